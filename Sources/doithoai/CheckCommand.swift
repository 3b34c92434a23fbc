import ArgumentParser
import Content
import Domain
import Foundation
import Theme

/// `doithoai check`: every problem of content, theme and links; writes nothing.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Tìm mọi lỗi trong content/ và theme/, không ghi gì.",
        discussion: "Mỗi lỗi kèm tệp, dòng, cột và cách sửa. Cảnh báo không làm lệnh thất bại.")

    @OptionGroup var folders: FolderOptions
    @OptionGroup var listing: ListingOptions

    @Option(name: .customLong("as-of"), help: "Xem các mốc tại thời điểm này, ví dụ 2021-11-20T17:30.")
    var moment: MomentArgument?

    func run() throws {
        let now = try moment?.instant ?? folders.clock.now
        let diagnostics = try diagnostics(at: now)
        let report = Report(diagnostics)
        if listing.json {
            try listing.printJSON(report)
        } else {
            for diagnostic in diagnostics { print(diagnostic, terminator: "\n\n") }
            print(report.summary)
        }
        if report.errors > 0 { throw ExitCode(ExitStatus.problems.rawValue) }
    }

    /// Other checks join here: each gives diagnostics, and one run shows them all.
    private func diagnostics(at now: Date) throws -> [Diagnostic] {
        let content = try folders.contentLoader.load(at: now)
        return (content.diagnostics + themeDiagnostics()).sorted()
    }

    private func themeDiagnostics() -> [Diagnostic] {
        do throws(ThemeError) {
            _ = try Theme(directory: folders.themeDirectory)
            return []
        } catch {
            return error.problems
        }
    }

    /// What `--json` prints.
    private struct Report: Encodable {
        var errors: Int
        var warnings: Int
        var diagnostics: [Diagnostic]

        init(_ diagnostics: [Diagnostic]) {
            self.diagnostics = diagnostics
            errors = diagnostics.count { $0.severity == .error }
            warnings = diagnostics.count - errors
        }

        /// «3 lỗi, 1 cảnh báo», «Nội dung không có lỗi».
        var summary: String {
            switch (errors, warnings) {
            case (0, 0): "content/ và theme/ không có lỗi."
            case (0, _): "content/ và theme/ không có lỗi, \(warnings) cảnh báo."
            default: "\(errors) lỗi, \(warnings) cảnh báo."
            }
        }
    }
}
