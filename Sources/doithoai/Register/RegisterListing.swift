import Domain
import Foundation
import Register

/// Registrations as the office reads them: one line each, and two for each matter.
struct RegisterListing {
    let session: OfficeSession
    let drafted: Set<MatterID>
    /// Only matters without an outcome.
    let onlyOpen: Bool

    /// Those in the register, a table for each series.
    func entered(_ registrations: [Registration]) throws -> [String] {
        let series = Set(registrations.map(\.series)).sorted()
        return try series.flatMap { series in
            let rows = registrations.filter { $0.series == series }
            let width = max(5, rows.map { "\($0.number?.description ?? "")".count }.max() ?? 0)
            return try table(rows, first: "Phiếu", width: width) { $0.number?.description ?? "" } + [""]
        }
    }

    /// Those outside it, by reference.
    func outside(_ registrations: [Registration]) throws -> [String] {
        try table(registrations, first: "Số biên nhận", width: 12) { $0.reference.description } + [""]
    }

    private func table(
        _ rows: [Registration], first: String, width: Int, name: (Registration) -> String
    ) throws -> [String] {
        let channels = Channel.allCases.map(\.label.count).max() ?? 0
        func line(_ cells: [String]) -> String {
            let start = [
                cells[0].padded(to: width), cells[1].padded(to: 16), cells[2].padded(to: channels), "",
            ].joined(separator: "  ")
            return start + cells[3].cut(to: Terminal.columns - start.count)
        }
        var lines = [line([first, "Nhận lúc", "Nhận qua", "Người gửi"])]
        for row in rows {
            let received = VietnameseDate.column(row.receivedAt)
            lines.append(line([name(row), received, row.channel.label, try session.sender(of: row)]))
            let remarks = try session.remarks(on: row)
            if !remarks.isEmpty { lines.append((remarks.joined(separator: ". ") + ".").wrapped(indent: 2)) }
            lines += try matters(of: row)
        }
        return lines
    }

    private func matters(of registration: Registration) throws -> [String] {
        if registration.matters.isEmpty {
            let form = try session.register.form(digest: registration.formDigest)
            return form.fields.filter { $0.role == .matter && !registration.answers[$0.name].isEmpty }
                .map { excerpt(registration.answers[$0.name]) }
        }
        return registration.matters.filter { !onlyOpen || $0.outcome == nil }.flatMap { matter in
            let place = matter.division.map(session.division) ?? session.subject(matter.subject)
            let head = "  /\(matter.id.position)".padded(to: 6) + matter.state(drafted: drafted).padded(atLeast: 23)
            return [
                head + place.cut(to: Terminal.columns - head.count),
                matter.isSealed ? excerpt("(đã niêm phong)") : excerpt(matter.text),
            ]
        }
    }

    private func excerpt(_ text: String) -> String { "      " + text.cut(to: Terminal.columns - 6) }
}

extension OfficeSession {
    /// What the office should notice about a registration.
    func remarks(on registration: Registration) throws -> [String] {
        var remarks: [String] = []
        if registration.isLate { remarks.append("Đến muộn") }
        if let quarantine = registration.quarantine, registration.number == nil { remarks.append(quarantine.label) }
        if let refusedAt = registration.refusedAt {
            remarks.append("Không nhận ngày \(VietnameseDate.figures(CivilDate(of: refusedAt)))")
        }
        if let reference = registration.likelyDuplicateOf {
            let number = try register.registration(reference).number
            remarks.append("Giống hệt phiếu \(number?.description ?? "chưa vào sổ \(reference)")")
        }
        return remarks
    }

    /// Organisation or name; nothing of one whose every matter is sealed.
    func sender(of registration: Registration) throws -> String {
        if !registration.matters.isEmpty, registration.matters.allSatisfy(\.isSealed) { return "(đã niêm phong)" }
        let form = try register.form(digest: registration.formDigest)
        let organisation = registration.answers.value(of: .organisation, in: form)
        return organisation.isEmpty ? registration.answers.value(of: .name, in: form) : organisation
    }
}
