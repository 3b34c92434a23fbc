import ArgumentParser
import Domain
import Register

extension AnswerCommand {
    /// `doithoai answer withdraw`.
    struct Withdraw: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "withdraw",
            abstract: "Rút câu trả lời đã duyệt. Trang của câu trả lời còn lại một dòng báo đã rút.",
            discussion: "Nội dung trở lại chưa có kết quả. Tệp trong content/ giữ nguyên để biết địa chỉ cũ.")

        @OptionGroup var office: OfficeOptions

        @Argument(help: "Nội dung, ví dụ 2021-0020/1.")
        var matter: MatterArgument

        @Option(help: "Lý do rút.")
        var reason = ""

        func run() throws {
            let matter = try matter.id
            let session = try office.open(for: .approver)
            try session.register.withdraw(matter, reason: reason, by: session.officer)
            print("Đã rút câu trả lời cho \(matter). Cập nhật cổng: doithoai build")
        }
    }
}
