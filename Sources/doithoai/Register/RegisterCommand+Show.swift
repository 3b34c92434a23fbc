import ArgumentParser
import Domain
import Foundation
import Register

extension RegisterCommand {
    /// `doithoai register show`.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Xem một phiếu: người gửi, từng nội dung, việc tiếp theo, nhật ký.",
            discussion: """
                Nội dung không thuộc đối thoại đã niêm phong. Cần xem thì chỉ rõ nội dung, thêm --unseal và --reason; \
                việc mở xem được ghi vào nhật ký.
                """)

        @OptionGroup var office: OfficeOptions
        @OptionGroup var listing: ListingOptions

        @Argument(help: "Số phiếu (2021-0020), nội dung (2021-0020/1) hoặc số biên nhận (7K3M-92TX).")
        var name: String

        @Flag(help: "Mở niêm phong. Việc này được ghi vào nhật ký.")
        var unseal = false

        @Option(help: "Lý do mở niêm phong.")
        var reason = ""

        func run() throws {
            let session = try office.open(for: unseal ? .clerk : nil)
            let registration = try find(session)
            let drafted = try session.register.draftedMatters()
            let history = try session.register.history(of: registration.reference, includingSealed: unseal)
            if listing.json {
                return try listing.printJSON(ShownRegistration(registration, drafted: drafted, history: history))
            }
            let sheet = RegistrationSheet(
                registration: registration, form: try session.register.form(digest: registration.formDigest),
                history: history, drafted: drafted, session: session, remarks: try session.remarks(on: registration),
                isUnsealed: unseal)
            print(sheet.lines.joined(separator: "\n"))
        }

        private func find(_ session: OfficeSession) throws -> Registration {
            if let matter = MatterID(name) {
                if unseal { return try session.register.unseal(matter, reason: reason, by: session.officer) }
                let registration = try session.register.registration(matter.registration)
                guard registration.matters.contains(where: { $0.id == matter }) else {
                    throw RegisterError.unknownMatter(matter)
                }
                return registration
            }
            if unseal { throw CommandFailure(.wrongUse, "Hãy chỉ rõ nội dung cần mở, ví dụ 2021-0020/1.") }
            if let number = RegisterNumber(name) { return try session.register.registration(number) }
            if let reference = Reference(name) { return try session.register.registration(reference) }
            throw CommandFailure(
                .wrongUse,
                "“\(name)” không phải số phiếu (2021-0020), nội dung (2021-0020/1) hay số biên nhận (7K3M-92TX).")
        }
    }
}
