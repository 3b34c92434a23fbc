import ArgumentParser
import Foundation

/// The command line of the portal: parses, runs, and says how it went by the exit code.
@main
struct Doithoai: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doithoai",
        abstract: "Dựng cổng đối thoại và làm việc trên sổ tiếp nhận.",
        discussion: """
            Mã kết thúc: 0 xong; 1 dữ liệu đưa vào có lỗi; 2 dùng lệnh sai; 3 trục trặc bên ngoài (đĩa, khóa tệp).
            """,
        subcommands: [
            CheckCommand.self, StateCommand.self, BuildCommand.self, RollbackCommand.self, RehearseCommand.self,
            NewCommand.self, PreviewCommand.self,
            RegisterCommand.self, AnswerCommand.self, LetterCommand.self,
        ])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            ExitStatus.exit(after: error)
        }
    }
}
