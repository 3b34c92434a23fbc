internal import Domain
internal import Foundation
internal import Theme

/// What happens to a registration, and when: the same on page, text file and look-up.
struct NextSteps {
    /// What the registration was about.
    let subject: String
    private let steps: [NextStep]
    private let now: Date

    init(series: Series, release: ServiceRelease, now: Date) {
        self.now = now
        if let dialogue = release.dialogues.first(where: { $0.series == series }) {
            subject = dialogue.title
            steps = Self.steps(of: dialogue)
        } else {
            subject = "Phản ánh, kiến nghị"
            steps = [
                NextStep("Sở đọc và chuyển phòng trả lời", "Văn phòng Sở liên hệ nếu cần hỏi thêm."),
                NextStep("Sở trả lời ông, bà", "Theo địa chỉ, điện thoại hoặc thư điện tử ghi trên phiếu."),
            ]
        }
    }

    /// Steps of a track; the first that is not over is the current one.
    var values: [ThemeValue] {
        let today = CivilDate(of: now)
        let current = steps.firstIndex { step in step.day.map { $0 >= today } ?? true }
        return steps.enumerated().map { index, step in
            let state: StepState = index == current ? .current : index < (current ?? steps.count) ? .done : .next
            return .step(step.heading, text: step.text, time: step.time, state)
        }
    }

    /// One line for each step.
    var lines: [String] {
        steps.map { [$0.heading, $0.words].filter { !$0.isEmpty }.joined(separator: ": ") }
    }

    private static func steps(of dialogue: Dialogue) -> [NextStep] {
        let schedule = dialogue.schedule
        return [
            NextStep(
                "Sở xem phiếu và xếp vào lĩnh vực", "Chậm nhất là ngày này. Văn phòng Sở liên hệ nếu cần hỏi thêm.",
                by: CivilDate(of: schedule.closes)),
            NextStep("Sở gửi giấy mời", "Tới địa chỉ ghi trên phiếu.", by: schedule.invitations),
            NextStep("Hội nghị đối thoại", dialogue.place + ".", at: schedule.conference),
            NextStep(
                "Sở trả lời nốt bằng văn bản và công bố kết quả", "Chậm nhất là ngày này.", by: schedule.answersDue),
        ]
    }
}

/// One thing the department does next.
private struct NextStep {
    let heading: String
    let text: String
    /// The day it is done by; nothing when no day was promised.
    let day: CivilDate?
    let time: ThemeValue
    /// What follows the heading in plain text.
    let words: String

    init(_ heading: String, _ text: String) {
        self.heading = heading
        self.text = text
        day = nil
        time = .absent
        words = text
    }

    init(_ heading: String, _ text: String, by day: CivilDate) {
        self.heading = heading
        self.text = text
        self.day = day
        time = .day(day)
        words = "chậm nhất \(VietnameseDate.words(day))"
    }

    init(_ heading: String, _ text: String, at instant: Date) {
        self.heading = heading
        self.text = text
        day = CivilDate(of: instant)
        time = .time(instant)
        words = "\(VietnameseDate.words(instant)). \(text)"
    }
}
