import Domain
import Foundation

/// Reads the dates of an edition and checks that they follow one another.
struct ScheduleReader {
    let reader: MappingReader

    /// A date of the schedule with the words an editor knows it by.
    private struct Step {
        var key: String
        var name: String
        var instant: Date?
        /// Whether it is a whole day: then it may share the day of its neighbours.
        var isDay = false
    }

    func read(results: Date?) -> Schedule {
        let announced = reader.instant("announced")
        let opens = reader.instant("opens")
        let closes = reader.instant("closes", needsTime: true)
        let invitations = reader.day("invitations")
        let conference = reader.instant("conference", needsTime: true)
        let answersDue = reader.day("answers-due")
        check([
            Step(key: "announced", name: "công bố", instant: announced),
            Step(key: "opens", name: "bắt đầu nhận phiếu", instant: opens),
            Step(key: "closes", name: "hết hạn nhận phiếu", instant: closes),
            Step(key: "invitations", name: "gửi giấy mời", instant: invitations?.start, isDay: true),
            Step(key: "conference", name: "hội nghị", instant: conference),
            Step(key: "answers-due", name: "hạn trả lời", instant: answersDue?.start, isDay: true),
        ])
        return Schedule(
            announced: announced ?? .unread, opens: opens ?? .unread, closes: closes ?? .unread,
            invitations: invitations ?? .unread, conference: conference ?? .unread,
            answersDue: answersDue ?? .unread, results: results)
    }

    private func check(_ steps: [Step]) {
        for (earlier, later) in zip(steps, steps.dropFirst()) {
            guard let first = earlier.instant, let second = later.instant else { continue }
            let isInOrder =
                earlier.isDay || later.isDay ? CivilDate(of: first) <= CivilDate(of: second) : first <= second
            if !isInOrder {
                reader.report(.outOfOrder(later.name, after: earlier.name, at: first), at: later.key)
            }
        }
        if let opens = steps[1].instant, let closes = steps[2].instant, opens == closes {
            reader.report(.outOfOrder(steps[2].name, after: steps[1].name, at: opens), at: steps[2].key)
        }
    }
}
