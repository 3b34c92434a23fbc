/// Cuts text into the tokens that search knows: runs of letters, figures and marks.
package enum SearchTokens {
    /// Hands over each token of `bytes`, which are UTF-8.
    ///
    /// - Parameter body: The token's bytes, and whether a new line or table cell began since the one before: words on
    ///   both sides of a line end are no phrase.
    package static func forEach(in bytes: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>, Bool) -> Void) {
        var at = 0
        var isFirst = true
        while at < bytes.count {
            let start = at
            var length = tokenLength(bytes, at)
            while length > 0 {
                at += length
                length = at < bytes.count ? tokenLength(bytes, at) : 0
            }
            if at > start {
                body(start..<at, isFirst)
                isFirst = false
            } else {
                if bytes[at] == 0x0A || bytes[at] == 0x09 { isFirst = true }
                at += scalarLength(bytes[at])
            }
        }
    }

    /// Bytes of the scalar at `at` when it belongs to a token, else 0.
    static func tokenLength(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
        let byte = bytes[at]
        if byte < 0x80 {
            let isLetter = byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
            return isLetter || byte >= 0x30 && byte <= 0x39 ? 1 : 0
        }
        let length = scalarLength(byte)
        guard at + length <= bytes.count else { return 0 }
        var value = UInt32(byte) & (0x7F >> UInt32(length))
        for next in 1..<length { value = value << 6 | UInt32(bytes[at + next]) & 0x3F }
        return belongs(value) ? length : 0
    }

    static func scalarLength(_ lead: UInt8) -> Int {
        lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    }

    /// Whether a scalar outside ASCII is a letter, figure or mark.
    static func belongs(_ value: UInt32) -> Bool {
        switch value {
        // Nearly all of Vietnamese; the tables of Unicode are far slower to ask.
        case 0xD7, 0xF7: return false
        case 0xC0...0x24F, 0x300...0x36F, 0x1E00...0x1EFF: return true
        case 0x2000...0x206F: return false
        default: break
        }
        guard let category = Unicode.Scalar(value)?.properties.generalCategory else { return false }
        switch category {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
            return true
        default: return false
        }
    }

    /// The words of a text, in order.
    package static func words(of text: String) -> [SearchWord] {
        var text = text
        return text.withUTF8 { bytes in
            var words: [SearchWord] = []
            forEach(in: bytes) { range, _ in
                words.append(SearchWord(String(decoding: bytes[range], as: UTF8.self)))
            }
            return words
        }
    }
}
