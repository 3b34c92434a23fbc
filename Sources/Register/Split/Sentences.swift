/// The sentences of a text, so that the office can name a place in it by counting.
///
/// Only a means of pointing: a full stop inside an abbreviation gives one sentence too many, and harms nothing.
package enum Sentences {
    /// The text of each, without space around it, in order; none for a blank text.
    ///
    /// A line end ends a sentence, and so do `. ? ! ; …` before a space. The `1.` or `a)` of a list stays with what
    /// it numbers.
    package static func ranges(in text: String) -> [Range<String.Index>] {
        var ranges: [Range<String.Index>] = []
        var begin: String.Index?
        var end = text.startIndex
        var index = text.startIndex
        while index < text.endIndex {
            let next = text.index(after: index)
            if text[index].isNewline {
                if let start = begin { ranges.append(start..<end) }
                begin = nil
            } else if !text[index].isWhitespace {
                let start = begin ?? index
                begin = start
                end = next
                if isEnd(of: text[start..<next], before: next, in: text) {
                    ranges.append(start..<end)
                    begin = nil
                }
            }
            index = next
        }
        if let start = begin { ranges.append(start..<end) }
        return ranges
    }

    private static func isEnd(of sentence: Substring, before next: String.Index, in text: String) -> Bool {
        guard next == text.endIndex || text[next].isWhitespace else { return false }
        let bare = sentence.reversed().drop { closers.contains($0) }
        guard let last = bare.first, ends.contains(last) else { return false }
        return sentence.count > 3
    }

    private static let ends: Set<Character> = [".", "?", "!", ";", "…"]
    private static let closers: Set<Character> = [")", "]", "\"", "”", "’", "»"]
}
