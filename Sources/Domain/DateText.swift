package import Foundation

/// A point in time as content and command line write it: a day, with or without the hour.
///
/// Forms: `20/11/2021`, `20/11/2021 17:30`, `2021-11-20`, `2021-11-20T17:30`, `2021-11-20T17:30:15`,
/// and any of the latter with `+07:00`. They mean Asia/Ho_Chi_Minh.
package struct DateText: Hashable, Sendable {
    package let day: CivilDate
    /// The instant meant; the start of the day when no hour is written.
    package let instant: Date
    package let hasTime: Bool

    /// Nothing when `text` is not one of the forms, or names a day or hour that does not exist.
    package init?(_ text: String) {
        let halves = text.split(separator: text.contains("T") ? "T" : " ", omittingEmptySubsequences: false)
        guard let first = halves.first, halves.count <= 2, let day = DateText.day(first) else { return nil }
        self.day = day
        guard halves.count == 2 else {
            instant = day.start
            hasTime = false
            return
        }
        var clock = halves[1]
        if clock.hasSuffix("+07:00") { clock = clock.dropLast(6) }
        let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { DateText.number($0, digits: 2) }
        guard (2...3).contains(parts.count), numbers.count == parts.count,
            numbers[0] < 24, numbers[1] < 60, numbers.count == 2 || numbers[2] < 60
        else { return nil }
        instant = day.at(hour: numbers[0], minute: numbers[1], second: numbers.count == 3 ? numbers[2] : 0)
        hasTime = true
    }

    private static func day(_ text: Substring) -> CivilDate? {
        let parts = text.split(separator: text.contains("/") ? "/" : "-", omittingEmptySubsequences: false)
        guard parts.count == 3 else { return nil }
        let ordered = text.contains("/") ? [parts[2], parts[1], parts[0]] : Array(parts)
        guard let year = number(ordered[0], digits: 4), let month = number(ordered[1], digits: 2),
            let day = number(ordered[2], digits: 2)
        else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }

    private static func number(_ text: Substring, digits: Int) -> Int? {
        guard (1...digits).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(text)
    }
}
