import ArgumentParser
import Content
import Domain
import Foundation
import Publishing

/// `doithoai state`: at any moment the phase of each edition, the boundaries ahead, and what is due for review.
struct StateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "state",
        abstract: "Cho biết mỗi đợt đang ở giai đoạn nào, các mốc phía trước, bài nào cần xem lại.",
        discussion: "Lệnh này chỉ đọc; --at cho xem một thời điểm khác mà không đổi gì.")

    @OptionGroup var folders: FolderOptions
    @OptionGroup var listing: ListingOptions

    @Option(name: .customLong("at"), help: "Thời điểm cần xem, ví dụ 2021-11-20T17:30. Mặc định: bây giờ.")
    var moment: MomentArgument?

    func run() throws {
        let now = try moment?.instant ?? folders.clock.now
        let content = try folders.contentLoader.load()
        guard let portal = content.portal else {
            let report = CheckReport(content.diagnostics.filter { $0.severity == .error })
            throw CommandFailure(
                .problems, report.list(inColour: Terminal.takesColour(STDERR_FILENO)) + report.summary)
        }
        let state = try PortalState(shown(portal), at: now)
        if listing.json {
            try listing.printJSON(state)
        } else {
            print(state.words)
        }
    }

    /// What the public can see: no invention, nothing that was withdrawn.
    private func shown(_ portal: Portal) throws -> Portal {
        var shown = try folders.shown(portal)
        let withdrawn = Set(try folders.ledger()?.approvals.filter { $0.withdrawnAt != nil }.map(\.matter) ?? [])
        shown.answers.removeAll { $0.matter.map(withdrawn.contains) ?? false }
        return shown
    }
}
