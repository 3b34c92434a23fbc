import Domain
import Foundation
import Yams

/// Reads `content/doi-thoai/<id>/dialogue.yaml`.
enum DialogueReader {
    /// - Parameter results: When the report of results is published, from its own file.
    static func read(_ source: SourceFile, id: String, site: Site?, results: Date?) -> Dialogue? {
        guard let reader = YAMLDocument.open(source.text, of: source) else { return nil }
        defer { reader.close() }
        reader.readAcceptances()
        let schedule = reader.mapping("schedule") { ScheduleReader(reader: $0).read(results: results) }
        return Dialogue(
            id: id, title: reader.text("title"), shortTitle: reader.text("short-title"), year: year(reader),
            mode: reader.choice("mode", of: Mode.allCases) ?? .inPerson, schedule: schedule ?? .unread,
            place: reader.text("place"), chair: reader.text("chair"), participants: reader.text("participants"),
            onlineFallback: reader.text("online-fallback", or: ""),
            attendanceConditions: reader.text("attendance-conditions", or: ""),
            attendanceGroups: reader.texts("attendance-groups").map(\.value), recipients: recipients(reader),
            archive: reader.text("archive"), signature: reader.mapping("signature", signature) ?? .unread,
            tasks: tasks(reader, site: site))
    }

    private static func year(_ reader: MappingReader) -> Int {
        guard reader.required("year") != nil, let year = reader.integer("year") else { return 0 }
        if !(1975...2999).contains(year) { reader.report(.impossibleYear(year), at: "year") }
        return year
    }

    private static func recipients(_ reader: MappingReader) -> [Recipient] {
        reader.list("recipients") {
            Recipient(
                name: $0.text("name"), purpose: $0.text("purpose", or: ""),
                medium: $0.choice("medium", of: Recipient.Medium.allCases) ?? .electronic)
        }
    }

    private static func signature(_ reader: MappingReader) -> Signature {
        Signature(authority: reader.text("authority", or: ""), post: reader.text("post"), name: reader.text("name"))
    }

    private static func tasks(_ reader: MappingReader, site: Site?) -> [Duty] {
        reader.list("tasks") {
            Duty(
                task: $0.text("task"), owner: $0.reference("owner", to: .divisions(site)), due: $0.optionalDay("due"))
        }
    }
}

extension Signature {
    /// Stands where none could be read.
    fileprivate static let unread = Signature(authority: "", post: "", name: "")
}

extension Schedule {
    /// Stands where none could be read.
    static let unread = Schedule(
        announced: .unread, opens: .unread, closes: .unread, invitations: .unread, conference: .unread,
        answersDue: .unread, results: nil)
}
