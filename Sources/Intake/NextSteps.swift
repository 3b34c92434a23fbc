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
                NextStep("Văn phòng Sở xem phiếu, chuyển phòng, đơn vị phụ trách", "Sở liên hệ nếu cần hỏi thêm."),
                NextStep("Sở trả lời ông, bà", "Theo số điện thoại, thư điện tử hoặc địa chỉ ghi trên phiếu."),
            ]
        }
    }

    /// Steps of a track; the first that is not over is the current one.
    var values: [ThemeValue] {
        let today = CivilDate(of: now)
        let current = steps.firstIndex { step in step.day.map { $0 >= today } ?? true }
        return steps.enumerated().map { index, step in
            let state: StepState = index == current ? .current : index < (current ?? steps.count) ? .done : .next
            return .step(step.heading, text: step.text, before: step.before, time: step.time, state)
        }
    }

    /// One line for each step: «Sở gửi giấy mời, chậm nhất Chủ nhật 21/11/2021. Tới địa chỉ ghi trên phiếu.»
    var lines: [String] {
        steps.map { step in
            let heading = [step.heading, step.words].filter { !$0.isEmpty }.joined(separator: ", ")
            return [heading + ".", step.text].filter { !$0.isEmpty }.joined(separator: " ")
        }
    }

    private static func steps(of dialogue: Dialogue) -> [NextStep] {
        let schedule = dialogue.schedule
        return [
            // Begins as forms come in; no day is promised for one of them.
            NextStep(
                "Sở xem phiếu và xếp vào lĩnh vực", "Văn phòng Sở liên hệ nếu cần hỏi thêm.",
                until: CivilDate(of: schedule.closes)),
            NextStep("Sở gửi giấy mời", "Tới địa chỉ ghi trên phiếu.", by: schedule.invitations),
            NextStep("Hội nghị đối thoại", dialogue.place + ".", at: schedule.conference),
            NextStep(
                "Sở trả lời bằng văn bản những nội dung còn lại, công bố kết quả", "", by: schedule.answersDue),
        ]
    }
}

/// One thing the department does next.
private struct NextStep {
    let heading: String
    let text: String
    /// The day after which the next step is the current one; nothing when it has no end.
    let day: CivilDate?
    /// The words before the time on a page.
    let before: String
    let time: ThemeValue
    /// The time as it follows the heading in plain text; empty when none was promised.
    let words: String

    init(_ heading: String, _ text: String, until day: CivilDate? = nil) {
        self.heading = heading
        self.text = text
        self.day = day
        before = ""
        time = .absent
        words = ""
    }

    init(_ heading: String, _ text: String, by day: CivilDate) {
        self.heading = heading
        self.text = text
        self.day = day
        before = "Chậm nhất"
        time = .day(day)
        words = "chậm nhất \(VietnameseDate.words(day))"
    }

    init(_ heading: String, _ text: String, at instant: Date) {
        self.heading = heading
        self.text = text
        day = CivilDate(of: instant)
        before = ""
        time = .time(instant)
        words = VietnameseDate.words(instant)
    }
}
