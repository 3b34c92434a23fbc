package import Domain

/// Keeps what identifies a sender out of the answer to their matter.
///
/// Compares name (two words or more), organisation, address (four words or more), telephone and e-mail of the
/// registration behind that matter, after folding case and marks, at word borders. Nothing else can stop an answer.
package struct OriginRule: Sendable {
    /// A place where something of the sender stands. Says which field, never its content.
    package struct Hit: Hashable, Sendable {
        package let role: FormField.Role
        /// Counts from 1; 0 when the text as a whole is meant.
        package let line: Int
        package let column: Int
    }

    private let phrases: [(role: FormField.Role, words: [String])]
    private let telephone: String?
    private let email: String?

    package init(answers: FormAnswers, form: FormDefinition, publicWords: PublicWords) {
        var phrases: [(FormField.Role, [String])] = []
        for (role, minimum) in [(FormField.Role.name, 2), (.organisation, 2), (.address, 4)] {
            let value = answers.value(of: role, in: form)
            let words = role == .address ? OriginRule.addressWords(value) : FoldedWords(value).texts
            if words.count >= minimum, !publicWords.contain(words) { phrases.append((role, words)) }
        }
        self.phrases = phrases
        telephone = Telephone.normalised(answers.value(of: .telephone, in: form)).flatMap { number in
            number.count >= 8 && !publicWords.contain(telephone: number) ? number : nil
        }
        let address = answers.value(of: .email, in: form).lowercased()
        email = address.isEmpty || publicWords.contain(email: address) ? nil : address
    }

    /// Everything of the sender that stands in `text`, at most one place for each field.
    package func hits(in text: String) -> [Hit] {
        let folded = FoldedWords(text)
        var hits = phrases.compactMap { phrase in
            folded.first(phrase.words).map { Hit(role: phrase.role, line: $0.line, column: $0.column) }
        }
        if let telephone, let place = NumberScan(text).first(telephone) {
            hits.append(Hit(role: .telephone, line: place.line, column: place.column))
        }
        if let email, let place = text.place(ofAddress: email) {
            hits.append(Hit(role: .email, line: place.line, column: place.column))
        }
        return hits
    }

    /// The part of an address that names a house: its first segments, as many as make four words.
    ///
    /// People leave out the province; then the rest still has to be found.
    private static func addressWords(_ address: String) -> [String] {
        var words: [String] = []
        for segment in address.split(whereSeparator: { $0 == "," || $0 == "\n" || $0 == ";" }) {
            words += FoldedWords(String(segment)).texts
            if words.count >= 4 { break }
        }
        return words
    }
}

extension String {
    /// Where an e-mail address stands that is no part of a longer one.
    fileprivate func place(ofAddress address: String) -> (line: Int, column: Int)? {
        let text = Array(lowercased())
        let wanted = Array(address)
        guard text.count >= wanted.count else { return nil }
        for start in 0...(text.count - wanted.count) where text[start..<(start + wanted.count)].elementsEqual(wanted) {
            let end = start + wanted.count
            let opens = start == 0 || !text[start - 1].isOfAddress
            let closes =
                end == text.count || !text[end].isOfAddress
                || (text[end] == "." && (end + 1 == text.count || !text[end + 1].isOfAddress))
            guard opens, closes else { continue }
            let before = text[..<start]
            let lineStart = before.lastIndex(of: "\n").map { $0 + 1 } ?? 0
            return (before.count(where: \.isNewline) + 1, start - lineStart + 1)
        }
        return nil
    }
}

extension Character {
    fileprivate var isOfAddress: Bool { isASCII && (isLetter || isNumber) || "._%+-@".contains(self) }
}
