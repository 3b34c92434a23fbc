/// A word of a passage as the linter compares it.
struct LintWord {
    /// In lower case; dates and hours in figures are one word: `20/11/2021`, `17:30`, `17h30`.
    var text: String
    /// Bytes of the passage before it.
    var start: Int
    /// What stands between the word before and this one.
    var gap: String

    /// The whole number this word is.
    var number: Int? {
        guard text.utf8.count <= 4, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text)
    }

    /// Whether a new sentence begins here; a semicolon ends one as well.
    var beginsSentence: Bool { gap.contains { ".;!?\n".contains($0) } }

    /// The words of `text`, in order.
    static func all(in text: String) -> [LintWord] {
        var words: [LintWord] = []
        var gapStart = text.startIndex
        var index = text.startIndex
        let scalars = text.unicodeScalars
        while index < text.endIndex {
            guard isPart(scalars[index]) else {
                index = scalars.index(after: index)
                continue
            }
            let start = index
            while index < text.endIndex, isPart(scalars[index]) || joins(scalars, index) {
                index = scalars.index(after: index)
            }
            words.append(
                LintWord(
                    text: text[start..<index].lowercased(),
                    start: text.utf8.distance(from: text.startIndex, to: start), gap: String(text[gapStart..<start])))
            gapStart = index
        }
        return words
    }

    private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
    }

    /// Whether a stroke or colon stands between two digits.
    private static func joins(_ scalars: String.UnicodeScalarView, _ index: String.Index) -> Bool {
        guard scalars[index] == "/" || scalars[index] == ":", index > scalars.startIndex else { return false }
        let next = scalars.index(after: index)
        guard next < scalars.endIndex else { return false }
        return [scalars[scalars.index(before: index)], scalars[next]].allSatisfy { ("0"..."9").contains($0) }
    }
}

extension [LintWord] {
    /// Whether `phrase` stands at `index`, its words divided by spaces alone.
    func holds(_ phrase: [String], at index: Int) -> Bool {
        guard index >= 0, index + phrase.count <= count else { return false }
        for (offset, word) in phrase.enumerated() {
            let own = self[index + offset]
            if own.text != word || (offset > 0 && own.gap.contains { $0 != " " }) { return false }
        }
        return true
    }

    /// Where `phrase` begins for the first time within `range`.
    func first(_ phrase: [String], in range: Range<Int>) -> Int? { range.first { holds(phrase, at: $0) } }

    /// The sentences, as ranges of words.
    var sentences: [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        for index in indices where index > start && self[index].beginsSentence {
            ranges.append(start..<index)
            start = index
        }
        if start < count { ranges.append(start..<count) }
        return ranges
    }
}

extension String {
    /// The words of a phrase written with single spaces.
    var phrase: [String] { split(separator: " ").map(String.init) }
}
