package import Foundation

/// Days and hours in the words and figures of a Vietnamese office.
package enum VietnameseDate {
    /// «thứ Bảy», «Chủ nhật».
    package static func weekday(_ day: CivilDate) -> String {
        ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"][day.weekday - 1]
    }

    /// «20/11/2021», always with two digits for day and month.
    package static func figures(_ day: CivilDate) -> String {
        "\(twoDigits(day.day))/\(twoDigits(day.month))/\(day.year)"
    }

    /// «thứ Bảy ngày 20/11/2021», «Chủ nhật 21/11/2021».
    package static func words(_ day: CivilDate) -> String {
        weekday(day) + (day.weekday == 7 ? " " : " ngày ") + figures(day)
    }

    /// «17 giờ 30, thứ Bảy ngày 20/11/2021».
    package static func words(_ instant: Date) -> String {
        "\(hour(instant)), \(words(CivilDate(of: instant)))"
    }

    /// «17 giờ 30 phút 01 giây, thứ Bảy ngày 20/11/2021»; without the second where it is none.
    package static func wordsToTheSecond(_ instant: Date) -> String {
        let second = WallTime(of: instant).second
        guard second > 0 else { return words(instant) }
        return "\(hour(instant)) phút \(twoDigits(second)) giây, \(words(CivilDate(of: instant)))"
    }

    /// «17 giờ 30», «14 giờ 00».
    package static func hour(_ instant: Date) -> String {
        let time = WallTime(of: instant)
        return "\(time.hour) giờ \(twoDigits(time.minute))"
    }

    /// «2021-11-20», for `datetime` attributes and data.
    package static func machine(_ day: CivilDate) -> String {
        "\(day.year)-\(twoDigits(day.month))-\(twoDigits(day.day))"
    }

    /// «2021-11-20T17:30:00+07:00» (RFC 3339).
    package static func machine(_ instant: Date) -> String {
        let time = WallTime(of: instant)
        let clock = [time.hour, time.minute, time.second].map(twoDigits).joined(separator: ":")
        return "\(machine(CivilDate(of: instant)))T\(clock)+07:00"
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
