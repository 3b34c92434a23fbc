import ArgumentParser
import Domain
import Foundation
import Register

extension RegisterCommand {
    /// `doithoai register list`.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "Liệt kê phiếu và nội dung. Nội dung đã niêm phong không hiện.")

        @OptionGroup var office: OfficeOptions
        @OptionGroup var listing: ListingOptions

        @Option(help: "Chỉ sổ này, ví dụ 2021 hoặc phan-anh-2021.")
        var series: String?

        @Flag(help: "Phiếu chờ kiểm tra.")
        var quarantined = false

        @Flag(help: "Phiếu không nhận.")
        var refused = false

        @Flag(help: "Chỉ những nội dung chưa có kết quả.")
        var open = false

        func run() throws {
            let session = try office.open()
            let selection: RegisterDatabase.Selection = quarantined ? .quarantined : refused ? .refused : .entered
            var registrations = try session.register.registrations(selection, in: series.map(Series.init(id:)))
            if open { registrations = registrations.filter { $0.matters.contains { $0.outcome == nil } } }
            if listing.json { return try listing.printJSON(registrations.map(ListedRegistration.init)) }
            for registration in registrations { print(try line(registration, session)) }
            if selection == .entered { try printSums(session) }
        }

        private func line(_ registration: Registration, _ session: OfficeSession) throws -> String {
            let time = WallTime(of: registration.receivedAt)
            let day = VietnameseDate.figures(CivilDate(of: registration.receivedAt))
            var head = [
                registration.number?.description ?? registration.reference.description,
                String(format: "%@ %02d:%02d", day, time.hour, time.minute), registration.channel.label,
                try session.sender(of: registration),
            ]
            if registration.isLate { head.append("(nhận muộn)") }
            if let reason = registration.quarantine, registration.number == nil { head.append("(\(reason.label))") }
            if let original = registration.likelyDuplicateOf { head.append("(giống phiếu \(original))") }
            let matters = registration.matters.filter { !open || $0.outcome == nil }.map { matter in
                "    /\(matter.id.position)  \(session.subject(matter.subject)) · \(session.division(matter.division))"
                    + " · \(session.result(of: matter))\n        \(matter.isSealed ? "(đã niêm phong)" : matter.text.excerpt)"
            }
            return ([head.joined(separator: "  ")] + matters).joined(separator: "\n")
        }

        private func printSums(_ session: OfficeSession) throws {
            for figures in try session.register.figures().series where series == nil || series == figures.series.id {
                print(
                    "Sổ \(figures.series): \(figures.registrations) phiếu, \(figures.matters) nội dung, "
                        + "\(figures.open) chưa có kết quả; \(figures.quarantined) chờ kiểm tra, "
                        + "\(figures.refused) không nhận.")
            }
        }
    }
}

/// A line of the listing, for other programs. Holds no contact data.
private struct ListedRegistration: Encodable {
    struct ListedMatter: Encodable {
        var id: String
        var subject: String
        var division: String?
        var sameAs: String?
        var outcome: Outcome?
        var outcomeAt: Date?
        /// Empty when sealed.
        var text: String
    }

    var number: String?
    var reference: String
    var series: String
    var channel: Channel
    var receivedAt: Date
    var isLate: Bool
    var quarantine: Quarantine?
    var refusedAt: Date?
    var likelyDuplicateOf: String?
    var matters: [ListedMatter]

    init(_ registration: Registration) {
        number = registration.number?.description
        reference = registration.reference.description
        series = registration.series.id
        channel = registration.channel
        receivedAt = registration.receivedAt
        isLate = registration.isLate
        quarantine = registration.quarantine
        refusedAt = registration.refusedAt
        likelyDuplicateOf = registration.likelyDuplicateOf?.description
        matters = registration.matters.map { matter in
            ListedMatter(
                id: matter.id.description, subject: matter.subject, division: matter.division,
                sameAs: matter.sameAs?.description, outcome: matter.outcome, outcomeAt: matter.outcomeAt,
                text: matter.text)
        }
    }
}

extension OfficeSession {
    /// What became of a matter, in words.
    func result(of matter: Matter) -> String {
        let outcome = matter.outcome.map(\.label) ?? "Chưa có kết quả"
        return matter.sameAs.map { "\(outcome) (chung với \($0))" } ?? outcome
    }

    /// Organisation or name; nothing of one whose every matter is sealed.
    func sender(of registration: Registration) throws -> String {
        if !registration.matters.isEmpty, registration.matters.allSatisfy(\.isSealed) { return "(đã niêm phong)" }
        let form = try register.form(digest: registration.formDigest)
        let organisation = registration.answers.value(of: .organisation, in: form)
        return organisation.isEmpty ? registration.answers.value(of: .name, in: form) : organisation
    }
}

extension String {
    /// On one line, cut at 100 characters.
    fileprivate var excerpt: String {
        let line = split(whereSeparator: \.isNewline).joined(separator: " ")
        return line.count > 100 ? line.prefix(100) + "…" : line
    }
}
