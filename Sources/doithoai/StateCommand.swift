import ArgumentParser
import Content
import Domain
import Foundation

/// `doithoai state`: the phase of each edition at any moment, and the next boundary.
struct StateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "state",
        abstract: "Cho biết mỗi đợt đang ở giai đoạn nào và mốc kế tiếp.",
        discussion: "Lệnh này chỉ đọc; --at cho xem một thời điểm khác mà không đổi gì.")

    @OptionGroup var folders: FolderOptions
    @OptionGroup var listing: ListingOptions

    @Option(name: .customLong("at"), help: "Thời điểm cần xem, ví dụ 2021-11-20T17:30. Mặc định: bây giờ.")
    var moment: MomentArgument?

    func run() throws {
        let now = try moment?.instant ?? folders.clock.now
        let content = try folders.contentLoader.load()
        guard let portal = content.portal else {
            let errors = content.diagnostics.filter { $0.severity == .error }
            throw CommandFailure(
                .problems,
                errors.map(\.description).joined(separator: "\n\n") + "\n\n\(errors.count) lỗi trong content/.")
        }
        let states = try folders.shown(portal).editions.map { EditionState($0.dialogue, at: now) }
        if listing.json {
            try listing.printJSON(Snapshot(at: now, editions: states))
        } else {
            print("Lúc \(VietnameseDate.words(now)):")
            for state in states { print(state.words) }
        }
    }

    private struct Snapshot: Encodable {
        var at: Date
        var editions: [EditionState]
    }
}

/// Where an edition stands at one moment.
private struct EditionState: Encodable {
    struct Next: Encodable {
        var phase: Phase
        var label: String
        var begins: Date
    }

    var id: String
    var title: String
    var phase: Phase
    var label: String
    /// Nothing after the last boundary.
    var next: Next?

    init(_ dialogue: Dialogue, at now: Date) {
        id = dialogue.id
        title = dialogue.shortTitle
        phase = dialogue.schedule.phase(at: now)
        label = phase.label
        next = dialogue.schedule.nextBoundary(after: now).map {
            Next(phase: $0.phase, label: $0.phase.label, begins: $0.begins)
        }
    }

    var words: String {
        let now = "- \(title): \(label.lowercasedFirst)."
        guard let next else { return "\(now) Không còn mốc nào." }
        return "\(now) Mốc kế tiếp: \(next.label.lowercasedFirst) từ \(VietnameseDate.toTheSecond(next.begins))."
    }
}

extension VietnameseDate {
    /// «17 giờ 30 phút 01 giây, thứ Bảy ngày 20/11/2021»: a boundary after a closing minute needs its second.
    fileprivate static func toTheSecond(_ instant: Date) -> String {
        let second = WallTime(of: instant).second
        guard second > 0 else { return words(instant) }
        return "\(hour(instant)) phút \(second < 10 ? "0" : "")\(second) giây, \(words(CivilDate(of: instant)))"
    }
}

extension String {
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
