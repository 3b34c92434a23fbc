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
        // By bytes: what they separate is ASCII, and there are many dates.
        let bytes = text.utf8[...]
        let mark = bytes.contains(UInt8(ascii: "T")) ? UInt8(ascii: "T") : UInt8(ascii: " ")
        let halves = bytes.split(separator: mark, omittingEmptySubsequences: false)
        guard let first = halves.first, halves.count <= 2, let day = DateText.day(first) else { return nil }
        self.day = day
        guard halves.count == 2 else {
            instant = day.start
            hasTime = false
            return
        }
        var clock = halves[1]
        if Substring(clock).hasSuffix("+07:00") { clock = clock.dropLast(6) }
        let parts = clock.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        let numbers = parts.compactMap { DateText.number($0, digits: 2) }
        guard (2...3).contains(parts.count), numbers.count == parts.count,
            numbers[0] < 24, numbers[1] < 60, numbers.count == 2 || numbers[2] < 60
        else { return nil }
        instant = day.at(hour: numbers[0], minute: numbers[1], second: numbers.count == 3 ? numbers[2] : 0)
        hasTime = true
    }

    private static func day(_ text: Substring.UTF8View) -> CivilDate? {
        let isYearLast = text.contains(UInt8(ascii: "/"))
        let mark = isYearLast ? UInt8(ascii: "/") : UInt8(ascii: "-")
        var parts = text.split(separator: mark, omittingEmptySubsequences: false)
        guard parts.count == 3 else { return nil }
        if isYearLast { parts.reverse() }
        guard let year = number(parts[0], digits: 4), let month = number(parts[1], digits: 2),
            let day = number(parts[2], digits: 2)
        else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }

    private static func number(_ text: Substring.UTF8View, digits: Int) -> Int? {
        guard (1...digits).contains(text.count) else { return nil }
        var number = 0
        for byte in text {
            guard (0x30...0x39).contains(byte) else { return nil }
            number = number * 10 + Int(byte - 0x30)
        }
        return number
    }
}
