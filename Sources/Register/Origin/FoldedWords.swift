import Domain

/// A text as words for comparing: lower case, without marks, cut at everything but letters and digits.
struct FoldedWords {
    struct Word: Hashable {
        let text: String
        /// Counts from 1.
        let line: Int
        /// In characters, counts from 1.
        let column: Int
    }

    let words: [Word]

    init(_ text: String) {
        var words: [Word] = []
        var current = ""
        var start = (line: 1, column: 1)
        var place = (line: 1, column: 1)
        for character in text {
            let folded = VietnameseText.folded(String(character))
            let kept = folded.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
            if !kept.isEmpty {
                if current.isEmpty { start = place }
                current.unicodeScalars.append(contentsOf: kept)
            } else if !character.isInvisible, !current.isEmpty {
                words.append(Word(text: current, line: start.line, column: start.column))
                current = ""
            }
            place = character.isNewline ? (place.line + 1, 1) : (place.line, place.column + 1)
        }
        if !current.isEmpty { words.append(Word(text: current, line: start.line, column: start.column)) }
        self.words = words
    }

    var texts: [String] { words.map(\.text) }

    /// The first word of the first place where `phrase` stands, word by word.
    func first(_ phrase: [String]) -> Word? {
        guard !phrase.isEmpty, words.count >= phrase.count else { return nil }
        for start in 0...(words.count - phrase.count)
        where (0..<phrase.count).allSatisfy({ words[start + $0].text == phrase[$0] }) {
            return words[start]
        }
        return nil
    }
}

extension Character {
    /// Zero-width characters and soft hyphens end no word: they would hide a name from the rule.
    fileprivate var isInvisible: Bool { unicodeScalars.allSatisfy { $0.properties.generalCategory == .format } }
}
