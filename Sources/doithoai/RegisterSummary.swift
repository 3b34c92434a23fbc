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
        let steps = OfficeStep.allCases.compactMap { step in
            let count = matters.count { $0.nextStep(drafted: drafted) == step }
            return count == 0 ? nil : "\(count) \(step.label.lowercased())"
        }
        if !steps.isEmpty { lines.append("  Trong đó: \(steps.joined(separator: "; ")).") }
        if figures.quarantined > 0 {
            lines.append("  Chờ kiểm tra: \(figures.quarantined) phiếu, xem bằng doithoai register list --quarantined")
        }
        if figures.refused > 0 { lines.append("  Không nhận: \(figures.refused) phiếu.") }
        if let due { lines.append("  \(due)") }
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
        func dated(_ words: String, _ instant: Date) -> (String, CivilDate, String) {
            (words, CivilDate(of: instant), " lúc \(VietnameseDate.hour(instant))")
        }
        let dates = [
            dated("hết nhận phiếu", schedule.closes), ("hạn gửi giấy mời", schedule.invitations, ""),
            dated("hội nghị đối thoại", schedule.conference), ("hạn trả lời hết", schedule.answersDue, ""),
        ]
        return dates.filter { $0.1 >= today }.min { $0.1 < $1.1 }.map { words, day, hour in
            let rest = day.number - today.number
            let wait = rest == 0 ? "hôm nay" : "còn \(rest) ngày"
            return "Mốc kế tiếp: \(words) \(VietnameseDate.words(day))\(hour) (\(wait))."
        }
    }
}
