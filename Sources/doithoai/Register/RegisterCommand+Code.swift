import ArgumentParser
import Cryptography
import Domain
import Register

extension RegisterCommand {
    /// `doithoai register code`.
    struct ReplaceCode: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "code", abstract: "Cấp mã tra cứu mới cho người gửi đã mất biên nhận.",
            discussion: """
                Mã cũ hết dùng được ngay. Mã mới chỉ hiện một lần, ở đây; sổ không giữ mã. Việc cấp mã được ghi vào nhật ký.
                Hãy hỏi để biết chắc người xin mã là người gửi phiếu.
                """)

        @OptionGroup var office: OfficeOptions

        @Argument(help: "Số phiếu (2021-0020) hoặc số biên nhận (7K3M-92TX).")
        var name: String

        @Option(help: "Vì sao cấp lại, đã nhận ra người gửi bằng cách nào. Lý do vào sổ.")
        var reason = ""

        func run() throws {
            let session = try office.open(for: .clerk)
            let reference = try reference(session)
            let key = try Keyring(of: session.state)[.code].current
            let made = try session.register.replaceCode(
                of: reference, key: key, reason: reason, by: session.officer)
            print("Phiếu \(made.number?.description ?? "chưa vào sổ"): mã tra cứu cũ không còn dùng được.")
            print("Số biên nhận: \(made.reference)")
            print("Mã tra cứu:   \(made.code.grouped)")
        }

        private func reference(_ session: OfficeSession) throws -> Reference {
            if let number = RegisterNumber(name) { return try session.register.registration(number).reference }
            if let reference = Reference(name) { return reference }
            throw CommandFailure(.wrongUse, "“\(name)” không phải số phiếu hay số biên nhận.")
        }
    }
}
