/// Folds Latin letters by a table, many times faster than Unicode's rules fold any text.
enum LatinFolding {
    /// The same as those rules give; nothing for text with other letters than Latin ones, or with marks of their own.
    static func folded(_ text: String) -> String? {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A: result.append(UInt8(scalar.value) + 0x20)
            case 0..<0x80: result.append(UInt8(scalar.value))
            case letters.lowerBound..<letters.upperBound:
                result += table[Int(scalar.value - letters.lowerBound)]
            case moreLetters.lowerBound..<moreLetters.upperBound:
                result += table[Int(scalar.value - moreLetters.lowerBound) + letters.count]
            case punctuation: result += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            default: return nil
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static let letters: Range<UInt32> = 0x80..<0x250
    private static let moreLetters: Range<UInt32> = 0x1E00..<0x1F00
    /// Dashes, quotation marks, dots.
    private static let punctuation: ClosedRange<UInt32> = 0x2010...0x2027

    /// What each letter folds to, in UTF-8, by Unicode's rules themselves. One letter's fold depends on no other's:
    /// there are no marks to put in order, and of Latin letters none has a form for the end of a word.
    private static let table: [[UInt8]] = (Array(letters) + Array(moreLetters)).map { value in
        guard let scalar = Unicode.Scalar(value) else { return [] }
        return Array(VietnameseText.foldedByUnicode(String(scalar)).utf8)
    }
}
