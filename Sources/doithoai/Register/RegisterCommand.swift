import ArgumentParser
import Domain
import Register

/// `doithoai register …`: the office's work on the register.
struct RegisterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract: "Làm việc trên sổ tiếp nhận.",
        discussion: """
            Phiếu có số như 2021-0020, nội dung như 2021-0020/1; phiếu chờ kiểm tra gọi bằng số biên nhận như 7K3M-92TX.
            Ai làm gì tính theo tài khoản hệ điều hành, khai trong content/office.yaml; mọi thay đổi đều vào nhật ký.
            """,
        subcommands: [
            List.self, Due.self, Show.self, Add.self, Import.self, Release.self, Refuse.self, ReplaceCode.self,
            Classify.self, Assign.self, Split.self, Same.self, SetOutcome.self, Reopen.self, Export.self,
            Verify.self, Backup.self, Restore.self, Keys.self,
        ])
}

extension Outcome: ExpressibleByArgument {}
extension Channel: ExpressibleByArgument {}
