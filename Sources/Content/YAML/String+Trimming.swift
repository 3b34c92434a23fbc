import Foundation

extension String {
    /// Whether this is one line with nothing to trim, told from the bytes: it nearly always is.
    var isOneTrimmedLine: Bool {
        // Line ends other than ASCII's begin with these bytes.
        hasPlainEnds && !utf8.contains { $0 < 0x20 || $0 == 0xE2 || $0 == 0xC2 }
    }

    /// Without white space and line ends before and behind.
    var trimmed: String {
        var bytes = utf8[...]
        while let last = bytes.last, last == 0x0A || last == 0x20 { bytes.removeLast() }
        let text = String(Substring(bytes))
        return text.hasPlainEnds ? text : text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Whether first and last character are surely no white space: printable ASCII or a Latin letter.
    private var hasPlainEnds: Bool {
        guard let first = unicodeScalars.first, let last = unicodeScalars.last else { return false }
        return [first, last].allSatisfy { scalar in
            switch scalar.value {
            case 0x21..<0x7F, 0xC0..<0x300, 0x1E00..<0x1F00: true
            default: false
            }
        }
    }
}
