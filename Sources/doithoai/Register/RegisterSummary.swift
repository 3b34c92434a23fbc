import Domain
import Foundation
import Register

/// What a listing ends with: the sums of a series, what is to be done, and by when.
struct RegisterSummary {
    let figures: SeriesFigures
    /// Of that series.
    let matters: [Matter]
    let drafted: Set<MatterID>
    /// Nothing for feedback, and while content cannot be read.
    let schedule: Schedule?
    let now: Date

    var lines: [String] {
        var lines = ["Sổ \(figures.series): \(figures.registrations) phiếu, \(figures.matters) nội dung, \(openWords)."]
        var steps = OfficeStep.allCases.compactMap { step in
            let count = matters.count { $0.nextStep(drafted: drafted) == step }
            return count == 0 ? nil : "\(count) \(step.label.lowercased())"
        }
        let waiting = matters.count { $0.outcome == nil && $0.sameAs != nil }
        if waiting > 0 { steps.append("\(waiting) chờ nội dung trùng") }
        if !steps.isEmpty { lines.append("Trong đó: \(steps.joined(separator: "; ")).".wrapped(indent: 2, hanging: 2)) }
        if figures.quarantined > 0 {
            lines.append("  Chờ kiểm tra: \(figures.quarantined) phiếu, xem bằng doithoai register list --quarantined")
        }
        if figures.refused > 0 { lines.append("  Không nhận: \(figures.refused) phiếu.") }
        if let due { lines.append(due.wrapped(indent: 2, hanging: 2)) }
        return lines
    }

    private var openWords: String {
        figures.open == 0 && figures.matters > 0 ? "đều đã có kết quả" : "\(figures.open) chưa có kết quả"
    }

    /// The next date of the plan, and whether answers are overdue.
    private var due: String? {
        guard let schedule else { return nil }
        let today = CivilDate(of: now)
        let late = today.number - schedule.answersDue.number
        if late > 0 {
            guard figures.open > 0 else { return nil }
            return "Quá hạn trả lời \(late) ngày (hạn là \(VietnameseDate.words(schedule.answersDue)))."
        }
        func dated(_ words: String, _ instant: Date) -> (words: String, day: CivilDate) {
            ("\(words) \(VietnameseDate.words(instant))", CivilDate(of: instant))
        }
        func dated(_ words: String, _ day: CivilDate) -> (words: String, day: CivilDate) {
            ("\(words) \(VietnameseDate.words(day))", day)
        }
        let dates = [
            dated("hết hạn nhận phiếu", schedule.closes), dated("hạn gửi giấy mời", schedule.invitations),
            dated("hội nghị", schedule.conference), dated("hạn trả lời bằng văn bản", schedule.answersDue),
        ]
        return dates.filter { $0.day >= today }.min { $0.day < $1.day }.map { next in
            let days = next.day.number - today.number
            return "Mốc kế tiếp (\(days == 0 ? "hôm nay" : "còn \(days) ngày")): \(next.words)."
        }
    }
}
