import ArgumentParser
import Domain
import Foundation
import Register

extension RegisterCommand {
    /// `doithoai register show`.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Xem một phiếu. Nội dung đã niêm phong cần --unseal và --reason.")

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
            let form = try session.register.form(digest: registration.formDigest)
            if listing.json { return try listing.printJSON(ShownRegistration(registration)) }
            for line in head(registration) { print(line) }
            print("")
            for field in form.fields where !registration.answers[field.name].isEmpty && field.role != .matter {
                let value = registration.answers[field.name]
                print(
                    "\(field.shortLabel): \(field.kind == .subject ? session.subject(value) : field.label(of: value))")
            }
            if registration.matters.isEmpty { printUnnumbered(registration, form) }
            for matter in registration.matters { printMatter(matter, session) }
        }

        private func find(_ session: OfficeSession) throws -> Registration {
            if let matter = MatterID(name) {
                if unseal { return try session.register.unseal(matter, reason: reason, by: session.officer) }
                return try session.register.registration(matter.registration)
            }
            if unseal { throw CommandFailure(.wrongUse, "Hãy chỉ rõ nội dung cần mở, ví dụ 2021-0020/1.") }
            if let number = RegisterNumber(name) { return try session.register.registration(number) }
            if let reference = Reference(name) { return try session.register.registration(reference) }
            throw CommandFailure(.wrongUse, "“\(name)” không phải số phiếu, nội dung hay số biên nhận.")
        }

        private func head(_ registration: Registration) -> [String] {
            var lines = [
                "Phiếu: \(registration.number?.description ?? "chưa vào sổ")",
                "Số biên nhận: \(registration.reference)",
                "Nhận: \(VietnameseDate.words(registration.receivedAt)), \(registration.channel.label)"
                    + (registration.isLate ? ", nhận muộn" : ""),
            ]
            if let reason = registration.quarantine { lines.append("Chờ kiểm tra vì: \(reason.label)") }
            if let refused = registration.refusedAt { lines.append("Không nhận: \(VietnameseDate.words(refused))") }
            if let original = registration.likelyDuplicateOf { lines.append("Có lẽ trùng với phiếu: \(original)") }
            return lines
        }

        private func printMatter(_ matter: Matter, _ session: OfficeSession) {
            print("\nNội dung \(matter.id)")
            print("  Lĩnh vực: \(session.subject(matter.subject))")
            print("  Phòng trả lời: \(session.division(matter.division))")
            let day = matter.outcomeAt.map { " (\(VietnameseDate.figures(CivilDate(of: $0))))" } ?? ""
            print("  Kết quả: \(session.result(of: matter))\(day)")
            print(matter.isSealed && !unseal ? "  (đã niêm phong)" : matter.text.indented)
        }

        private func printUnnumbered(_ registration: Registration, _ form: FormDefinition) {
            for field in form.fields where field.role == .matter && !registration.answers[field.name].isEmpty {
                print("\n\(field.shortLabel)\n\(registration.answers[field.name].indented)")
            }
        }
    }
}

/// A registration for other programs; sealed text is not in it unless unsealed.
private struct ShownRegistration: Encodable {
    var number: String?
    var reference: String
    var channel: Channel
    var receivedAt: Date
    var isLate: Bool
    var quarantine: Quarantine?
    var answers: [String: String]
    var matters: [String: String]

    init(_ registration: Registration) {
        number = registration.number?.description
        reference = registration.reference.description
        channel = registration.channel
        receivedAt = registration.receivedAt
        isLate = registration.isLate
        quarantine = registration.quarantine
        answers = registration.answers.values
        matters = Dictionary(
            uniqueKeysWithValues: registration.matters.map { ($0.id.description, $0.outcome?.rawValue ?? "") })
    }
}

extension String {
    fileprivate var indented: String { split(separator: "\n").map { "  \($0)" }.joined(separator: "\n") }
}
