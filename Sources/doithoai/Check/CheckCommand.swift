import ArgumentParser
import Domain
import Foundation
import Register

/// `doithoai check`: every problem of content, theme, links and approvals that `build` would refuse; writes nothing.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Tìm mọi lỗi trong content/ và theme/, không ghi gì.",
        discussion: """
            Mỗi lỗi kèm tệp, dòng, cột và cách sửa; tên trong ngoặc vuông tra ở docs/danh-muc-loi.md. Cảnh báo không \
            làm lệnh thất bại.
            """)

    @OptionGroup var folders: FolderOptions
    @OptionGroup var listing: ListingOptions

    @Option(name: .customLong("as-of"), help: "Xem các mốc tại thời điểm này, ví dụ 2021-11-20T17:30.")
    var moment: MomentArgument?

    func run() throws {
        let report = try SiteCheck(
            content: folders.contentLoader(lints: true), themeDirectory: folders.themeDirectory,
            ledger: folders.ledger(),
            rehearsal: folders.state.rehearsal, now: moment?.instant ?? folders.clock.now
        ).run()
        if listing.json {
            try listing.printJSON(report)
        } else {
            print(report.list(inColour: Terminal.takesColour(STDOUT_FILENO)) + report.summary)
        }
        if !report.errors.isEmpty { throw ExitCode(ExitStatus.problems.rawValue) }
    }
}
