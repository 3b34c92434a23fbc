import ArgumentParser
import Domain
import Register

extension RegisterCommand {
    /// `doithoai register release`.
    struct Release: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "release", abstract: "Nhận một phiếu chờ kiểm tra vào sổ: phiếu lấy số kế tiếp.")

        @OptionGroup var office: OfficeOptions

        @Argument(help: "Số biên nhận, ví dụ 7K3M-92TX.")
        var reference: ReferenceArgument

        func run() throws {
            let reference = try reference.reference
            let session = try office.open(for: .clerk)
            let number = try session.register.release(reference, by: session.officer)
            print("Phiếu \(reference) đã vào sổ, số \(number).")
        }
    }

    /// `doithoai register refuse`.
    struct Refuse: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "refuse", abstract: "Không nhận một phiếu chờ kiểm tra. Phiếu vẫn được giữ và đếm.")

        @OptionGroup var office: OfficeOptions

        @Argument(help: "Số biên nhận, ví dụ 7K3M-92TX.")
        var reference: ReferenceArgument

        @Option(help: "Lý do không nhận.")
        var reason = ""

        func run() throws {
            let reference = try reference.reference
            let session = try office.open(for: .clerk)
            try session.register.refuse(reference, reason: reason, by: session.officer)
            print("Đã ghi: không nhận phiếu \(reference).")
        }
    }
}
