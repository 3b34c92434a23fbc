/// The short forms that one page has still to spell out.
///
/// Each is written out where it first stands: «TTHC (thủ tục hành chính)», unless the text does so itself.
struct Abbreviations {
    /// A stretch of text, cut where a short form is spelled out.
    enum Piece: Hashable {
        case text(String)
        /// The short form with its words; `isExplained` when the text gives the words itself.
        case short(String, words: String, isExplained: Bool)
    }

    /// Short form → words, of those not met yet.
    private var left: [String: String]

    init(_ words: [String: String]) { left = words }

    /// Cuts `text` at the short forms met for the first time.
    ///
    /// - Parameter context: The paragraph the text is part of, where the words may stand already.
    mutating func pieces(of text: String, in context: String) -> [Piece] {
        guard !left.isEmpty else { return [.text(text)] }
        var pieces: [Piece] = []
        var rest = Substring(text)
        while let (short, range) = first(in: rest) {
            let words = left.removeValue(forKey: short) ?? ""
            if range.lowerBound > rest.startIndex { pieces.append(.text(String(rest[..<range.lowerBound]))) }
            pieces.append(.short(short, words: words, isExplained: explains(context, short: short, words: words)))
            rest = rest[range.upperBound...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        return pieces
    }

    private func first(in text: Substring) -> (String, Range<Substring.Index>)? {
        var best: (String, Range<Substring.Index>)?
        for short in left.keys.sorted() {
            guard Abbreviations.occurs(short, in: text), let range = Abbreviations.word(short, in: text) else {
                continue
            }
            if let found = best, found.1.lowerBound <= range.lowerBound { continue }
            best = (short, range)
        }
        return best
    }

    /// Looks at bytes: nearly every text has no short form, and letters are far slower to walk than bytes.
    private static func occurs(_ short: String, in text: Substring) -> Bool {
        var text = text
        let wanted = Array(short.utf8)
        return text.withUTF8 { bytes in
            guard let first = wanted.first, bytes.count >= wanted.count else { return false }
            return (0...(bytes.count - wanted.count)).contains { start in
                bytes[start] == first && bytes[start..<(start + wanted.count)].elementsEqual(wanted)
            }
        }
    }

    /// Where `short` stands as a word of its own: not inside «SKHCN» or a document's number, «04/TTHC-SKHCN».
    private static func word(_ short: String, in text: Substring) -> Range<Substring.Index>? {
        var from = text.startIndex
        while let range = text[from...].firstRange(of: short) {
            let before = range.lowerBound == text.startIndex ? nil : text[text.index(before: range.lowerBound)]
            let after = range.upperBound == text.endIndex ? nil : text[range.upperBound]
            if [before, after].compactMap({ $0 }).allSatisfy({ !joins($0) }) { return range }
            from = range.upperBound
        }
        return nil
    }

    private static func joins(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || "-/&_".contains(character)
    }

    private func explains(_ context: String, short: String, words: String) -> Bool {
        let text = context.lowercased()
        return text.contains("\(words) (\(short)".lowercased()) || text.contains("\(short) (\(words)".lowercased())
    }
}
