import Domain
import Foundation
import Publishing

extension BuildCommand {
    /// Prints what came of a build.
    ///
    /// - Throws: A failure with all problems when nothing was released.
    func tell(_ result: Publisher.Result) throws {
        if listing.json { return try tellMachines(result) }
        guard let release = result.report else { throw report(result.diagnostics) }
        let list = CheckReport(result.diagnostics).list(inColour: Terminal.takesColour(STDOUT_FILENO))
        print(list, terminator: "")
        print(words(of: release))
        print(words(of: result.boundary))
        if let error = result.unpacked {
            print("Bản mới đã lên cổng, nhưng chưa nén xong các tệp: \(error) Lần dựng sau nén tiếp.")
        }
    }

    private func report(_ diagnostics: [Diagnostic]) -> CommandFailure {
        let report = CheckReport(diagnostics)
        return CommandFailure(
            .problems,
            report.list(inColour: Terminal.takesColour(STDERR_FILENO)) + report.summary
                + " Chưa phát hành gì; cổng giữ nguyên bản trước.")
    }

    private func words(of release: ReleaseReport) -> String {
        let groups = [("mới", release.added), ("sửa", release.changed), ("gỡ", release.removed)]
        let lines = groups.flatMap { word, pages in
            pages.prefix(20).map { "  \(word): \($0)" }
                + (pages.count > 20 ? ["  \(word): và \(pages.count - 20) trang nữa"] : [])
        }
        // An address that is redirected is a page still.
        let hint = """
            Địa chỉ đã gỡ nay báo “không có trang”. Trang nào chỉ đổi địa chỉ thì ghi địa chỉ cũ và mới vào \
            content/chuyen-huong.yaml rồi dựng lại.
            """
        let mayBeRenamed = !release.removed.isEmpty && !release.added.isEmpty
        return ([release.sentence + "."] + lines + (mayBeRenamed ? [hint] : [])).joined(separator: "\n")
    }

    private func words(of boundary: Boundary?) -> String {
        guard let boundary else { return "Không còn mốc nào phía trước." }
        return "Mốc kế tiếp: \(VietnameseDate.wordsToTheSecond(boundary.instant)), "
            + "\(boundary.reason.lowercasedFirst). Dựng lại vào lúc đó."
    }
}
