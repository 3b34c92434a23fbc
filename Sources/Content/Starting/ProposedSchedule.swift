package import Domain
package import Foundation

/// The days of an edition, proposed from the day of its conference.
///
/// Each falls on a working day, so that no office has to work on a Sunday because of a proposal; at least three
/// working days lie between invitation and conference.
package struct ProposedSchedule {
    package let conference: Date
    private let holidays: Set<CivilDate>

    package init(conference: Date, holidays: [CivilDate]) {
        self.conference = conference
        self.holidays = Set(holidays)
    }

    package var announced: Date {
        workday(onOrBefore: min(day(-21), CivilDate(of: opens).adding(days: -1))).at(hour: 8, minute: 0)
    }
    package var opens: Date { workday(onOrBefore: day(-18)).at(hour: 8, minute: 0) }
    package var closes: Date { workday(onOrBefore: day(-8)).at(hour: 17, minute: 30) }

    package var invitations: CivilDate {
        var free = 0
        var day = day(-1)
        while free < 3 || !isWorkday(day) {
            if isWorkday(day) { free += 1 }
            day = day.adding(days: -1)
        }
        return max(day, CivilDate(of: closes))
    }

    package var answersDue: CivilDate { workday(onOrBefore: day(14)) }

    private func day(_ offset: Int) -> CivilDate { CivilDate(of: conference).adding(days: offset) }

    private func workday(onOrBefore day: CivilDate) -> CivilDate {
        var day = day
        while !isWorkday(day) { day = day.adding(days: -1) }
        return day
    }

    private func isWorkday(_ day: CivilDate) -> Bool { day.weekday < 6 && !holidays.contains(day) }
}
