import Domain

/// A day that a text names, with the weekday and hour written beside it.
struct DateMention {
    var day: CivilDate
    /// The words it takes, weekday and hour not among them.
    var words: Range<Int>
    /// 1 for Monday to 7 for Sunday.
    var weekday: Int?
    var hour: Hour?
    /// The day of a document that is cited by its number.
    var isCitation = false

    struct Hour: Hashable {
        var hour: Int
        var minute: Int
    }

    /// The days in `words`, in order.
    ///
    /// - Parameter year: The one meant by «ngày 20/11».
    static func all(in words: [LintWord], year: Int) -> [DateMention] {
        var mentions: [DateMention] = []
        var index = 0
        while index < words.count {
            guard var mention = read(words, at: index, year: year) else {
                index += 1
                continue
            }
            mention.lookAround(words)
            mentions.append(mention)
            index = mention.words.upperBound
        }
        return mentions
    }

    private static func read(_ words: [LintWord], at index: Int, year: Int) -> DateMention? {
        let isNamed = words[index].text == "ngày" && index + 1 < words.count
        let first = isNamed ? index + 1 : index
        let parts = words[first].inFigures
        if parts.count == 3 || parts.count == 2 && isNamed {
            guard let day = CivilDate(year: parts.count == 3 ? parts[2] : year, month: parts[1], day: parts[0]) else {
                return nil
            }
            return DateMention(day: day, words: index..<first + 1)
        }
        guard isNamed, let number = words[first].number, index + 3 < words.count, words[index + 2].text == "tháng",
            let month = words[index + 3].number
        else { return nil }
        let named = index + 5 < words.count && words[index + 4].text == "năm" ? words[index + 5].number : nil
        guard let day = CivilDate(year: named ?? year, month: month, day: number) else { return nil }
        return DateMention(day: day, words: index..<index + (named == nil ? 4 : 6))
    }

    // MARK: Weekday and hour

    private mutating func lookAround(_ words: [LintWord]) {
        var before = self.words.lowerBound
        if before > 0, Self.isClose(words[before]), let (weekday, start) = Self.weekday(words, endingAt: before) {
            self.weekday = weekday
            before = start > 0 && words[start - 1].text == "ngày" ? start - 1 : start
        } else if let weekday = Self.weekdayBehind(words, self.words.upperBound) {
            self.weekday = weekday
        }
        hour = Self.isClose(words[before]) ? Self.hour(words, endingAt: before) : nil
        let behind = self.words.upperBound
        if hour == nil, behind + 1 < words.count, ["lúc", "vào", "từ", "hồi"].contains(words[behind].text) {
            hour = Self.hour(words, startingAt: behind + 1)
        }
        // «số 42/QĐ-UBND ngày 31/12/2019»
        let near = words[max(0, self.words.lowerBound - 6)..<self.words.lowerBound].reversed()
        isCitation = near.prefix { !$0.text.contains("/") }.contains { $0.gap.contains("/") }
    }

    /// Whether nothing but commas and brackets stand before the word.
    private static func isClose(_ word: LintWord) -> Bool { word.gap.allSatisfy { " ,()".contains($0) } }

    private static let names = ["hai", "ba", "tư", "năm", "sáu", "bảy"]

    /// - Returns: The weekday whose last word stands before `end`, and where it begins.
    private static func weekday(_ words: [LintWord], endingAt end: Int) -> (Int, Int)? {
        guard end >= 2 else { return nil }
        return weekday(words, at: end - 2).map { ($0, end - 2) }
    }

    private static func weekday(_ words: [LintWord], at index: Int) -> Int? {
        guard index >= 0, index + 1 < words.count else { return nil }
        let (first, second) = (words[index].text, words[index + 1])
        if first == "chủ", second.text == "nhật" { return 7 }
        guard first == "thứ" else { return nil }
        if let place = names.firstIndex(of: second.text) { return place + 1 }
        return second.number.flatMap { (2...7).contains($0) ? $0 - 1 : nil }
    }

    /// «20/11/2021 (thứ Bảy)»; not when the weekday is that of the next day named.
    private static func weekdayBehind(_ words: [LintWord], _ index: Int) -> Int? {
        guard index + 1 < words.count, words[index].gap.contains(where: { ",(".contains($0) }), isClose(words[index])
        else { return nil }
        let next = index + 2
        if next < words.count, words[next].text == "ngày" || words[next].text.contains("/") { return nil }
        return weekday(words, at: index)
    }

    /// «17 giờ 30», «17 giờ 30 phút», «17 giờ», «17h30», «17:30».
    private static func hour(_ words: [LintWord], endingAt end: Int) -> Hour? {
        for start in max(0, end - 4)..<max(0, end) {
            if let (hour, behind) = read(words, at: start), behind == end { return hour }
        }
        return nil
    }

    private static func hour(_ words: [LintWord], startingAt start: Int) -> Hour? { read(words, at: start)?.0 }

    private static func read(_ words: [LintWord], at start: Int) -> (Hour, Int)? {
        let text = words[start].text
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "h" || $0 == ":" }
        if parts.count == 2, let hour = Int(parts[0]), hour < 24 {
            if parts[1].isEmpty { return (Hour(hour: hour, minute: 0), start + 1) }
            return Int(parts[1]).flatMap { $0 < 60 ? (Hour(hour: hour, minute: $0), start + 1) : nil }
        }
        guard let hour = words[start].number, hour < 24, start + 1 < words.count, words[start + 1].text == "giờ" else {
            return nil
        }
        guard start + 2 < words.count, words[start + 2].gap == " ", let minute = words[start + 2].number, minute < 60
        else { return (Hour(hour: hour, minute: 0), start + 2) }
        let hasUnit = start + 3 < words.count && words[start + 3].text == "phút"
        return (Hour(hour: hour, minute: minute), start + (hasUnit ? 4 : 3))
    }
}

extension LintWord {
    /// The numbers of «20/11/2021» or «20/11»; none for other words.
    fileprivate var inFigures: [Int] {
        guard text.utf8.contains(UInt8(ascii: "/")) else { return [] }
        return text.split(separator: "/").compactMap { Int($0) }
    }
}
