import Cryptography
import Domain
import Foundation
import Register

/// A register on disk in a folder of its own, with invented forms and officers; gone when the test ends.
final class SampleRegister {
    let folder: StateFolder
    let database: RegisterDatabase

    init(clock: Clock = .stopped(at: SampleRegister.now)) throws {
        folder = StateFolder(
            url: FileManager.default.temporaryDirectory.appending(path: "register-\(UUID().uuidString)"))
        try folder.make()
        database = try RegisterDatabase(path: folder.register.path, clock: clock)
    }

    deinit {
        do {
            try database.close()
            try FileManager.default.removeItem(at: folder.url)
        } catch {
            // The folder stands in the system's temporary folder; leaving it behind fails no test.
        }
    }

    /// 10/11/2021 09:00.
    static let now = Date(timeIntervalSince1970: 1_636_509_600)
    static let key = Key(generation: 1, bytes: [UInt8](repeating: 7, count: 32))
    static let clerk = Officer(
        account: "vanthu", name: "Văn phòng", division: "van-phong", duties: [.clerk, .division])
    static let drafter = Officer(account: "phong", name: "Phòng", division: "van-phong", duties: [.division])
    static let approver = Officer(account: "lanhdao", name: "Lãnh đạo", division: "van-phong", duties: [.approver])

    static func code(token: [UInt8]) -> Code { Code(secretBytes: ReceiptSecrets.codeBytes(token: token, key: key)) }

    static func codeHash(_ reference: Reference, token: [UInt8]) -> [UInt8] {
        ReceiptSecrets.codeHash(reference: reference.symbols, code: code(token: token).symbols, key: key)
    }

    /// A new submission: every call another token and reference.
    static func submission(
        _ answers: [String: String] = sampleAnswers, series: String = "2021", receivedAt: Date = now,
        quarantine: Quarantine? = nil, token: [UInt8] = SecureRandom.bytes(16), channel: Channel = .portal,
        form: FormDefinition = SampleForm.form
    ) throws -> Submission {
        let reference = Reference(randomBytes: SecureRandom.bytes(8))
        return Submission(
            series: Series(id: series), channel: channel, form: form,
            formDigest: SHA256Digest(of: try form.canonicalBytes()).description, answers: FormAnswers(answers),
            receivedAt: receivedAt, isLate: false, quarantine: quarantine, token: token, reference: reference,
            codeHash: codeHash(reference, token: token), sender: nil)
    }

    static let sampleAnswers = [
        "loai": "hop-tac-xa", "ho-ten": "Hoàng Thị Minh Họa", "to-chuc": "Hợp tác xã Miến dong Bản Mẫu",
        "dien-thoai": "0912 000 001", "thu": "htx.banmau@example.vn",
        "dia-chi": "Thôn Bản Mẫu, xã Côn Minh, huyện Na Rì", "linh-vuc": "shtt",
        "phan-1": "Hồ sơ gồm những gì?", "phan-2": "Bao lâu thì có kết quả?",
    ]
}

/// A form with every role the register looks at.
enum SampleForm {
    static let form = FormDefinition(
        id: "dang-ky-2021", title: "Phiếu", about: "", addressee: "", owner: "van-phong",
        updated: CivilDate(number: 18_900), opening: "", footnote: "",
        parts: [
            FormPart(
                legend: "Phiếu",
                fields: [
                    field(
                        "loai", .applicantType, .choice,
                        options: [
                            .init(value: "ca-nhan", label: "Cá nhân"),
                            .init(value: "hop-tac-xa", label: "Đại diện hợp tác xã"),
                        ]),
                    field("ho-ten", .name, .line), field("to-chuc", .organisation, .line),
                    field("dien-thoai", .telephone, .telephone), field("thu", .email, .email),
                    field("dia-chi", .address, .lines), field("linh-vuc", .subject, .subject),
                    field("phan-1", .matter, .text), field("phan-2", .matter, .text),
                ])
        ], atLeastOne: [])

    static func field(
        _ name: String, _ role: FormField.Role, _ kind: FormField.Kind, options: [FormField.Option] = []
    ) -> FormField {
        FormField(
            name: name, role: role, kind: kind, label: name, paperLabel: name, shortLabel: name, hint: "",
            required: .never, missing: "", min: 0, max: 4_000, autocomplete: "", rows: 3, paperLines: 3,
            isPrivate: true, isExported: true, isErased: true, options: options)
    }
}
