/// Finds anchors (`&name`), which the format does without: a few lines of aliases to aliases unfold to gigabytes.
///
/// An alias without an anchor is a fault of syntax already.
enum YAMLAnchor {
    /// The place of the first one; line and column count from 1, columns in Unicode scalars.
    static func first(in text: String) -> (line: Int, column: Int)? {
        // Hardly any file has the sign at all.
        guard text.utf8.contains(UInt8(ascii: "&")) else { return nil }
        var literalIndent: Int?
        for (number, line) in text.utf8.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
            let indent = line.prefix { $0 == UInt8(ascii: " ") }.count
            if let literal = literalIndent {
                // The lines of `question: |` are words, whatever signs stand in them.
                if line.count == indent || indent > literal { continue }
                literalIndent = nil
            }
            if let column = column(in: Array(line)) {
                let before = Substring(line.prefix(column)).unicodeScalars.count
                return (number + 1, before + 1)
            }
            if beginsLiteral(line) { literalIndent = indent }
        }
        return nil
    }

    /// Bytes before an `&` with a name behind it, at a place where a value can begin.
    private static func column(in line: [UInt8]) -> Int? {
        var index = 0
        while index < line.count {
            if isQuote(line[index]), beginsValue(at: index, in: line) {
                // What a writer put into quotation marks is words.
                index = endOfQuotation(from: index, in: line)
            } else if line[index] == UInt8(ascii: "&"), index + 1 < line.count, isName(line[index + 1]),
                beginsValue(at: index, in: line)
            {
                return index
            } else {
                index += 1
            }
        }
        return nil
    }

    private static func beginsValue(at index: Int, in line: [UInt8]) -> Bool {
        guard let before = line[..<index].lastIndex(where: { $0 != UInt8(ascii: " ") }) else { return true }
        switch line[before] {
        case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","): return true
        case UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "?"): return before < index - 1
        default: return false
        }
    }

    /// The place behind the closing mark, or the end of the line.
    private static func endOfQuotation(from start: Int, in line: [UInt8]) -> Int {
        let mark = line[start]
        var index = start + 1
        while index < line.count, line[index] != mark {
            index += mark == UInt8(ascii: "\"") && line[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(index + 1, line.count)
    }

    private static func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }

    private static func isName(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
    }

    /// `key: |`, `- >-`: what is indented below is text.
    private static func beginsLiteral(_ line: Substring.UTF8View) -> Bool {
        let words = Substring(line).split(separator: " ")
        guard words.count > 1, let last = words.last, last.first == "|" || last.first == ">" else { return false }
        return last.dropFirst().allSatisfy { $0 == "-" || $0 == "+" || $0.isNumber }
    }
}
