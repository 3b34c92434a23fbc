import Domain
import Foundation
import Register

/// One registration as the office reads it: who, when, what was asked, how far it has got.
struct RegistrationSheet {
    let registration: Registration
    let form: FormDefinition
    let history: [HistoryLine]
    let drafted: Set<MatterID>
    let session: OfficeSession
    let remarks: [String]
    /// Sealed text was asked for, with a reason.
    let isUnsealed: Bool

    var lines: [String] {
        head + sender + (registration.matters.isEmpty ? unnumbered : registration.matters.flatMap(matter)) + log
    }

    private var head: [String] {
        let number = registration.number.map { "Phiếu \($0)" } ?? "Phiếu chưa vào sổ"
        var lines = [number, pair("Số biên nhận", "\(registration.reference)")]
        lines.append(
            pair(
                "Nhận", "\(VietnameseDate.words(registration.receivedAt)), \(registration.channel.label.lowercased())"))
        if let entered = registration.enteredAt, entered != registration.receivedAt {
            lines.append(pair("Vào sổ", VietnameseDate.words(entered)))
        }
        if let quarantine = registration.quarantine, registration.number != nil {
            lines.append(pair("Đã chờ kiểm tra", quarantine.label))
        }
        return lines + remarks.map { pair("Lưu ý", $0) }
    }

    private var sender: [String] {
        let fields = form.fields.filter { !registration.answers[$0.name].isEmpty && $0.role != .matter }
        guard !fields.isEmpty else { return registration.isWhollySealed ? ["", "(đã niêm phong)"] : [] }
        return [""]
            + fields.map { field in
                let value = registration.answers[field.name]
                return pair(field.shortLabel, field.kind == .subject ? session.subject(value) : field.label(of: value))
            }
    }

    private func matter(_ matter: Matter) -> [String] {
        let day = matter.outcomeAt.map { ", \(VietnameseDate.figures(CivilDate(of: $0)))" } ?? ""
        var lines = [
            "", "Nội dung \(matter.id)", pair("Tình trạng", matter.state(drafted: drafted) + day),
            pair("Lĩnh vực", session.subject(matter.subject)), pair("Phòng trả lời", session.division(matter.division)),
        ]
        if let original = matter.sameAs, matter.outcome != nil { lines.append(pair("Chung với", "\(original)")) }
        if let step = matter.nextStep(drafted: drafted) {
            // Not wrapped: a command is copied as it stands.
            lines += ["  Việc tiếp theo:", "  " + step.command(for: matter, site: session.site)]
        }
        guard matter.isSealed, !isUnsealed else { return lines + ["", matter.text.wrapped(indent: 2)] }
        return lines + [
            "", "  (đã niêm phong; xem bằng lệnh dưới đây, mỗi lần xem đều vào nhật ký)",
            "  doithoai register show \(matter.id) --unseal --reason …",
        ]
    }

    private var unnumbered: [String] {
        let texts = form.fields.filter { $0.role == .matter && !registration.answers[$0.name].isEmpty }
        let reference = registration.reference
        return texts.flatMap { ["", $0.shortLabel, registration.answers[$0.name].wrapped(indent: 2)] }
            + ["", "Nhận vào sổ:", "  doithoai register release \(reference)"]
            + (registration.refusedAt != nil
                ? [] : ["Không nhận:", "  doithoai register refuse \(reference) --reason …"])
    }

    private var log: [String] {
        guard !history.isEmpty else { return [] }
        return ["", "Nhật ký"]
            + history.map { line in
                let object = MatterID(line.object).map { "/\($0.position) " } ?? ""
                let note = line.note.isEmpty ? "" : ". Lý do: \(line.note)"
                return "\(VietnameseDate.column(line.at))  \(object)\(line.words(session)) (\(line.actor))\(note)"
                    .wrapped(indent: 2, hanging: 18)
            }
    }

    private func pair(_ label: String, _ value: String) -> String {
        "\(label.padded(atLeast: 17))  \(value)".wrapped(indent: 2, hanging: 19)
    }
}

extension Registration {
    /// Every matter of it is sealed, and so is its sender.
    var isWhollySealed: Bool { !matters.isEmpty && matters.allSatisfy(\.isSealed) }
}
