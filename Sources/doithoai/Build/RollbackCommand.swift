import ArgumentParser
import Domain
import Foundation
import Publishing
import Register

/// `doithoai rollback`: shows the release before again.
struct RollbackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollback",
        abstract: "Quay lại bản phát hành trước.",
        discussion: """
            Lệnh chỉ đổi liên kết current, không dựng lại gì. Gõ lần nữa thì trở về bản mới. Bản trước có câu trả lời \
            đã bị rút thì lệnh từ chối: hãy sửa content/ rồi dựng lại.
            """)

    @OptionGroup var folders: FolderOptions

    func run() throws {
        let folder = PublicFolder(path: try folders.publicFolder.path)
        let withdrawn = try withdrawnAnswers(in: folder)
        guard withdrawn.isEmpty else {
            throw CommandFailure(
                .problems,
                "Bản trước có câu trả lời đã bị rút: \(withdrawn.joined(separator: ", ")). Cổng giữ nguyên. Hãy sửa content/ rồi dựng lại."
            )
        }
        let tree = try folder.rollback()
        print("Cổng đã trở về bản phát hành liền trước (\(tree.rawValue)). Chạy lần nữa thì trở lại bản vừa rời.")
    }

    /// Matters whose answers the release before shows although their approval was withdrawn since.
    private func withdrawnAnswers(in folder: PublicFolder) throws -> [String] {
        guard let release = try folder.releaseBefore(),
            FileManager.default.fileExists(atPath: folders.state.register.path)
        else { return [] }
        let register = try RegisterDatabase(path: folders.state.register.path, clock: folders.clock)
        let approvals = try register.approvals()
        try register.close()
        return approvals.filter { $0.withdrawnAt != nil && release.answers["\($0.matter)"] != nil }
            .map { "\($0.matter)" }.sorted()
    }
}
