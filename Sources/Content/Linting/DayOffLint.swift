import Domain
import Foundation
import Yams

/// Dates of an edition on days off, and too little time between invitation and conference.
struct DayOffLint {
    let dialogue: Dialogue
    let holidays: [CivilDate]
    let run: LintRun

    private var schedule: Schedule { dialogue.schedule }
    private var data: Node.Mapping? { run.source.data?.mapping }
    private var scheduleData: Node.Mapping? { data?["schedule"]?.mapping }

    func check() {
        let instants = [
            ("announced", "công bố", schedule.announced), ("opens", "bắt đầu nhận phiếu", schedule.opens),
            ("closes", "hết hạn nhận phiếu", schedule.closes),
            ("invitations", "gửi giấy mời", schedule.invitations.start),
            ("conference", "hội nghị", schedule.conference),
            ("answers-due", "hạn trả lời", schedule.answersDue.start),
        ]
        let steps = instants.filter { $0.2 > CivilDate.unread.start }.map { ($0.0, $0.1, CivilDate(of: $0.2)) }
        for (key, name, day) in steps { warn("Mốc “\(name)”", day, at: scheduleData?[key]) }
        checkDuties(besides: steps.map(\.2))
        checkNotice()
    }

    private func checkDuties(besides steps: [CivilDate]) {
        let nodes = data?["tasks"]?.sequence.map(Array.init) ?? []
        guard nodes.count == dialogue.tasks.count else { return }
        for (duty, node) in zip(dialogue.tasks, nodes) {
            // A day of the schedule is told once, where it is set.
            if let due = duty.due, !steps.contains(due) { warn("Hạn của một việc", due, at: node.mapping?["due"]) }
        }
    }

    private func warn(_ what: String, _ day: CivilDate, at node: Node?) {
        if holidays.contains(day) {
            run.report(.holiday(what, day), at: node)
        } else if day.weekday > 5 {
            run.report(.weekend(what, day), at: node)
        }
    }

    /// Working days that lie wholly between the day of the invitation and that of the conference.
    private func checkNotice() {
        let first = schedule.invitations.number + 1
        let last = CivilDate(of: schedule.conference).number
        // A year between them is a slip of another kind.
        guard schedule.invitations != .unread, schedule.conference != .unread, first <= last, last - first < 366 else {
            return
        }
        let between = (first..<last).map(CivilDate.init(number:))
        let working = between.count { $0.weekday <= 5 && !holidays.contains($0) }
        if working < 3 { run.report(.shortNotice(working), at: scheduleData?["invitations"]) }
    }
}
