/// The short forms that one page has still to spell out.
///
/// Each is written out where it first stands: «TTHC (thủ tục hành chính)», unless the text does so itself.
struct Abbreviations {
    /// A stretch of text, cut where a short form is spelled out.
    enum Piece: Hashable {
        case text(Substring)
        /// The short form with its words; `isExplained` when the text gives the words itself.
        case short(String, words: String, isExplained: Bool)
    }

    private let known: ShortForms
    /// Which of them were met, by their place there.
    private var met: Set<Int> = []

    init(_ known: ShortForms) { self.known = known }

    /// Cuts `text` at the short forms met for the first time.
    ///
    /// - Parameter context: The paragraph the text is part of, where the words may stand already; asked for only
    ///   when there is a short form.
    mutating func pieces(of text: String, in context: @autoclosure () -> String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text[...]
        while let (place, range) = known.first(in: rest, besides: met) {
            met.insert(place)
            let (short, words) = known[place]
            if range.lowerBound > rest.startIndex { pieces.append(.text(rest[..<range.lowerBound])) }
            let isExplained = explains(context(), short: short, words: words)
            pieces.append(.short(short, words: words, isExplained: isExplained))
            rest = rest[range.upperBound...]
        }
        if !rest.isEmpty { pieces.append(.text(rest)) }
        return pieces
    }

    private func explains(_ context: String, short: String, words: String) -> Bool {
        let text = context.lowercased()
        return text.contains("\(words) (\(short)".lowercased()) || text.contains("\(short) (\(words)".lowercased())
    }
}

/// The short forms of a site with their words, made ready to be looked for in many texts.
///
/// Nearly every text has none of them, so what counts is how soon that is known: one pass over its bytes.
package struct ShortForms: Sendable {
    /// Sorted; of two that begin alike the shorter comes first.
    private let forms: [(short: String, bytes: [UInt8], words: String)]
    /// Whether a byte begins one of them.
    private let begins: [Bool]

    /// - Parameter words: Short form → words.
    package init(_ words: [String: String]) {
        forms = words.filter { !$0.key.isEmpty }.sorted { $0.key < $1.key }
            .map { ($0.key, Array($0.key.utf8), $0.value) }
        var begins = [Bool](repeating: false, count: 256)
        for form in forms { begins[Int(form.bytes[0])] = true }
        self.begins = begins
    }

    subscript(place: Int) -> (short: String, words: String) { (forms[place].short, forms[place].words) }

    /// The first that stands in `text` as a word of its own.
    func first(in text: Substring, besides met: Set<Int>) -> (place: Int, Range<Substring.Index>)? {
        guard met.count < forms.count else { return nil }
        var text = text
        let found = text.withUTF8 { bytes -> (Int, Range<Int>)? in
            for start in bytes.indices where begins[Int(bytes[start])] {
                for place in forms.indices where !met.contains(place) {
                    let end = start + forms[place].bytes.count
                    if end <= bytes.count, bytes[start..<end].elementsEqual(forms[place].bytes),
                        Self.isWord(start..<end, in: bytes)
                    {
                        return (place, start..<end)
                    }
                }
            }
            return nil
        }
        return found.map { place, range in
            let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
            return (place, start..<text.utf8.index(start, offsetBy: range.count))
        }
    }

    /// Not inside «SKHCN» or a document's number, «04/TTHC-SKHCN».
    private static func isWord(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var before = range.lowerBound
        // Back to where the character before begins, as far as its bytes tell.
        repeat { before -= 1 } while before > 0 && bytes[before] & 0xC0 == 0x80
        let left = before < 0 ? nil : String(decoding: bytes[before..<range.lowerBound], as: UTF8.self).last
        let right = String(decoding: bytes[range.upperBound...].prefix(16), as: UTF8.self).first
        return [left, right].allSatisfy { $0.map { !joins($0) } ?? true }
    }

    private static func joins(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || "-/&_".contains(character)
    }
}
