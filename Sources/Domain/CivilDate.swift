package import Foundation

/// A day of the Gregorian calendar, as people of Vietnam name it.
///
/// Shape: year 1975 or later, so that Asia/Ho_Chi_Minh is UTC+7 without exception.
package struct CivilDate: Hashable, Comparable, Sendable, Codable {
    package let year: Int
    package let month: Int
    package let day: Int

    /// Nothing for a day that does not exist, such as 31/11/2021.
    package init?(year: Int, month: Int, day: Int) {
        guard year >= 1975, (1...12).contains(month), day >= 1 else { return nil }
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard day <= lengths[month - 1] else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day that `instant` falls on in Vietnam.
    package init(of instant: Date) {
        self.init(number: Int(((instant.timeIntervalSince1970 + vietnamOffset) / 86_400).rounded(.down)))
    }

    /// The day `number` days after 1970-01-01.
    ///
    /// Source: the civil-from-days method on eras of 400 years.
    package init(number: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Days since 1970-01-01.
    package var number: Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// 1 for Monday to 7 for Sunday (ISO 8601).
    package var weekday: Int { (number + 3) % 7 + 1 }

    /// The day `days` later, or earlier when negative.
    package func adding(days: Int) -> CivilDate { CivilDate(number: number + days) }

    /// The instant at which that time of this day is reached in Vietnam.
    package func at(hour: Int, minute: Int, second: Int = 0) -> Date {
        let seconds = number * 86_400 + hour * 3_600 + minute * 60 + second
        return Date(timeIntervalSince1970: TimeInterval(seconds) - vietnamOffset)
    }

    /// The instant this day begins in Vietnam.
    package var start: Date { at(hour: 0, minute: 0) }

    package static func < (left: CivilDate, right: CivilDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

/// Asia/Ho_Chi_Minh has been UTC+7 since 13 June 1975 (IANA time zone database), so no zone data is needed.
let vietnamOffset: TimeInterval = 7 * 3_600

/// The hour, minute and second a clock on the wall shows in Vietnam.
package struct WallTime: Hashable, Sendable {
    package let hour: Int
    package let minute: Int
    package let second: Int

    package init(of instant: Date) {
        let local = Int((instant.timeIntervalSince1970 + vietnamOffset).rounded(.down))
        let inDay = ((local % 86_400) + 86_400) % 86_400
        hour = inDay / 3_600
        minute = inDay / 60 % 60
        second = inDay % 60
    }
}
