import ArgumentParser
import Cryptography
import Domain
import Foundation
import Register

extension RegisterCommand {
    /// `doithoai register import`.
    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import", abstract: "Nhập phiếu từ một tệp JSON.",
            discussion: """
                Mỗi phần tử: received, channel, form, answers, outcomes, quarantine. Phiếu được kiểm tra như khi gửi trên cổng; \
                có lỗi thì không phiếu nào được nhập. Phiếu nhận sau thời điểm hiện tại bị bỏ qua. Nhập lại không tạo phiếu trùng.
                """)

        @OptionGroup var office: OfficeOptions

        @Argument(help: "Tệp JSON.")
        var file: String

        @Flag(help: "Chỉ khi chạy thử: in số biên nhận và mã tra cứu của từng phiếu.")
        var printCodes = false

        func run() throws {
            let session = try office.open(for: .clerk)
            if printCodes, try session.state.rehearsal == nil {
                throw CommandFailure(.wrongUse, "--print-codes chỉ dùng được trong thư mục chạy thử.")
            }
            let all = try read()
            let due = all.filter { $0.received <= session.clock.now }
            let ready = try session.check(due) { element, index in
                let repetition = due[..<index].count { $0.isLike(element) }
                return try RegistrationImport.token(of: element, repetition: repetition)
            }
            var new = 0
            for item in ready {
                let imported = try session.register.enter(item, by: session.officer)
                new += imported.wasKnown ? 0 : 1
                if printCodes {
                    let code = imported.receipt.codeIsReplaced ? "(đã cấp mã mới)" : item.code.grouped
                    print("\(imported.number?.description ?? "-")  \(imported.receipt.reference)  \(code)")
                }
            }
            print(
                "Đã nhập \(new) phiếu; \(ready.count - new) phiếu đã có; \(all.count - due.count) phiếu chưa đến ngày nhận."
            )
        }

        private func read() throws -> [ImportedRegistration] {
            do {
                return try ImportedRegistration.list(from: Data(contentsOf: URL(filePath: file)))
            } catch let error as DecodingError {
                throw CommandFailure(.problems, "Tệp \(file) không đúng dạng: \(error.place).")
            } catch {
                throw CommandFailure(.fault, "Không đọc được tệp \(file).")
            }
        }
    }
}

extension OfficeSession {
    /// Checked elements, or the problems of all of them as one failure.
    func check(
        _ elements: [ImportedRegistration], tokens: (ImportedRegistration, Int) throws -> [UInt8]
    ) throws -> [RegistrationImport.Ready] {
        let keys = try Keyring(of: state)
        let checked = try RegistrationImport(portal: loadPortal(), key: keys[.code].current).check(
            elements, tokens: tokens)
        guard checked.problems.isEmpty else {
            let lines = checked.problems.map {
                "phiếu \($0.element)\($0.field.isEmpty ? "" : ", ô \($0.field)"): \($0.message)"
            }
            throw CommandFailure(.problems, lines.joined(separator: "\n") + "\nChưa nhập phiếu nào.")
        }
        return checked.ready
    }
}

extension ImportedRegistration {
    fileprivate func isLike(_ other: ImportedRegistration) -> Bool {
        received == other.received && channel == other.channel && form == other.form && answers == other.answers
    }
}

extension DecodingError {
    /// Where it went wrong; never what stands there.
    fileprivate var place: String {
        let context: Context? =
            switch self {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
                .dataCorrupted(let context):
                context
            @unknown default: nil
            }
        let path = (context?.codingPath ?? []).map { $0.intValue.map { "phần tử \($0 + 1)" } ?? $0.stringValue }
        return path.isEmpty ? "không phải một danh sách JSON" : path.joined(separator: ", ")
    }
}
