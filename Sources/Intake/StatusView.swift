internal import Domain
internal import Foundation
internal import Theme

/// What the holder of a receipt sees of it: how far it got, matter by matter; nothing of what was written.
struct StatusView {
    let status: RegistrationStatus
    /// The registration's number, or its reference while it has none.
    let name: String
    let release: ServiceRelease
    let now: Date

    var values: [String: ThemeValue] {
        [
            "heading": .text("Phiếu \(name)"), "received": .time(status.receivedAt),
            "channel": .text(status.channel.label.lowercased()), "is-late": .flag(status.isLate),
            "note": note.map { .text($0) } ?? .absent, "matters": .list(status.matters.map(matter)),
            "track": .list([received] + NextSteps(series: status.series, release: release, now: now).values),
        ]
    }

    private var received: ThemeValue {
        .step("Sở nhận phiếu", time: .day(CivilDate(of: status.receivedAt)), .done)
    }

    private var note: String? {
        if status.refusedAt != nil {
            return "Văn phòng Sở không nhận phiếu này vào sổ. Nếu thấy chưa đúng, ông, bà hỏi Văn phòng Sở."
        }
        return status.number == nil ? "Văn phòng Sở đang kiểm tra phiếu này trước khi đưa vào sổ." : nil
    }

    private func matter(_ matter: RegistrationStatus.Matter) -> ThemeValue {
        let subject = release.site.subject(matter.subject)?.name ?? Subject.unsureLabel
        let answer = status.number.flatMap { number in
            release.answers["\(MatterID(registration: number, position: matter.position))"]
        }
        return [
            "label": .text("Nội dung \(matter.position): \(subject)"),
            "division": matter.division.flatMap(release.site.division).map { .text($0.name) } ?? .absent,
            "badge": .badge(matter.outcome),
            "time": matter.outcomeAt.map { .day(CivilDate(of: $0)) } ?? .absent,
            "answer": answer.map { .text($0) } ?? .absent,
        ]
    }
}
