import Domain
import Foundation
import Register

/// What each division owes: matters without an outcome, by how late they are, and duties of the plan that come up.
struct DueList: Encodable {
    /// A matter somebody has to conclude.
    struct Owed: Encodable {
        var matter: String
        /// Where its series has a last day of answers.
        var due: String?
        /// Negative while there is time left; nothing without a last day.
        var daysLate: Int?
        /// Since it was received.
        var daysOpen: Int
        /// Nothing for one that waits for the outcome of another.
        var next: OfficeStep?
        var sameAs: String?
    }

    /// A duty of the plan; whether it is done, nobody writes down.
    struct PlanDuty: Encodable {
        var task: String
        var due: String
        var daysLeft: Int
    }

    struct Share: Encodable {
        /// Nothing for matters that no division has yet.
        var division: String?
        var name: String
        var matters: [Owed]
        var duties: [PlanDuty]

        var late: [Owed] { matters.filter { ($0.daysLate ?? -1) > 0 } }
    }

    var day: String
    /// Those that owe something, in the order of `site.yaml`; what is not assigned comes first.
    var shares: [Share]
    var quarantined: Int

    init(session: OfficeSession, editions: [Dialogue], series selected: Series?, within days: Int) throws {
        let today = CivilDate(of: session.clock.now)
        let dialogues = editions.filter { selected == nil || $0.series == selected }
        let last = Dictionary(dialogues.map { ($0.series, $0.schedule.answersDue) }) { first, _ in first }
        let drafted = try session.register.draftedMatters()
        var owed: [String?: [(due: CivilDate?, matter: Owed)]] = [:]
        for registration in try session.register.registrations(in: selected) {
            let due = last[registration.series]
            for matter in registration.matters where matter.outcome == nil {
                let line = Owed(
                    matter: matter.id.description, due: due.map(VietnameseDate.machine),
                    daysLate: due.map { today.number - $0.number },
                    daysOpen: today.number - CivilDate(of: registration.receivedAt).number,
                    next: matter.nextStep(drafted: drafted), sameAs: matter.sameAs?.description)
                owed[matter.division, default: []].append((due, line))
            }
        }
        let coming = today...today.adding(days: days)
        let duties = Dictionary(grouping: dialogues.flatMap(\.tasks), by: \.owner).mapValues { tasks in
            tasks.compactMap { duty in duty.due.flatMap { coming.contains($0) ? (day: $0, task: duty.task) : nil } }
                .sorted { $0.day < $1.day }
                .map {
                    PlanDuty(
                        task: $0.task, due: VietnameseDate.machine($0.day), daysLeft: $0.day.number - today.number)
                }
        }
        func share(_ id: String?, _ name: String) -> Share {
            let matters = (owed[id] ?? []).enumerated().sorted { left, right in
                (left.element.due?.number ?? .max, left.offset) < (right.element.due?.number ?? .max, right.offset)
            }
            return Share(
                division: id, name: name, matters: matters.map(\.element.matter),
                duties: id.flatMap { duties[$0] } ?? [])
        }
        let known = session.site.divisions.map(\.id)
        let strange = owed.keys.compactMap { $0 }.filter { !known.contains($0) }.sorted()
        day = VietnameseDate.machine(today)
        shares = ([share(nil, "Chưa giao phòng nào")] + (known + strange).map { share($0, session.division($0)) })
            .filter { !$0.matters.isEmpty || !$0.duties.isEmpty }
        quarantined = try session.register.registrations(.quarantined, in: selected).count
    }
}
