/// A mustache tag with its place in the template as written.
struct TemplateTag: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case variable, unescaped, section, inverted, end, partial, parent, block, comment
        /// Something mustache knows and the theme does not take, by its sign.
        case refused(Character)
    }

    var kind: Kind
    var name: String
    /// Both count from 1; the column in characters.
    var line: Int
    var column: Int
    /// Where it stands, from its first brace to behind its last, in bytes.
    var range: Range<Int>
    /// Nothing but blanks stands beside it, so that its line goes with it.
    var isAlone: Bool
}

extension TemplateTag {
    /// All tags of a template in order.
    ///
    /// - Throws: The line of a tag that is not closed.
    static func all(in bytes: [UInt8]) throws(UnclosedTag) -> [TemplateTag] {
        var tags: [TemplateTag] = []
        var at = 0
        var line = 1
        var lineStart = 0
        while at < bytes.count {
            guard bytes[at...].starts(with: "{{".utf8) else {
                if bytes[at] == UInt8(ascii: "\n") { (line, lineStart) = (line + 1, at + 1) }
                at += 1
                continue
            }
            guard let tag = one(in: bytes, at: at, line: line, lineStart: lineStart) else {
                let before = String(decoding: bytes[lineStart..<at], as: UTF8.self)
                throw UnclosedTag(line: line, column: before.count + 1)
            }
            tags.append(tag)
            for index in tag.range where bytes[index] == UInt8(ascii: "\n") {
                (line, lineStart) = (line + 1, index + 1)
            }
            at = tag.range.upperBound
        }
        return tags
    }

    struct UnclosedTag: Error {
        var line: Int
        var column: Int
    }

    private static func one(in bytes: [UInt8], at start: Int, line: Int, lineStart: Int) -> TemplateTag? {
        let isTriple = bytes[(start + 2)...].first == UInt8(ascii: "{")
        let close = isTriple ? "}}}" : "}}"
        var end = start + 2
        while !bytes[end...].starts(with: close.utf8) {
            guard end < bytes.count else { return nil }
            end += 1
        }
        let (kind, name) = read(Substring(decoding: bytes[(start + 2)..<end], as: UTF8.self))
        let range = start..<(end + close.utf8.count)
        return TemplateTag(
            kind: kind, name: name, line: line,
            column: String(decoding: bytes[lineStart..<start], as: UTF8.self).count + 1, range: range,
            isAlone: kind != .variable && kind != .unescaped && isAlone(range, in: bytes))
    }

    private static func read(_ inner: Substring) -> (Kind, String) {
        guard let sign = inner.first, let kind = kind(sign) else { return (.variable, trimmed(inner)) }
        return (kind, trimmed(inner.dropFirst()))
    }

    private static func kind(_ sign: Character) -> Kind? {
        switch sign {
        case "{": .unescaped
        case "#": .section
        case "^": .inverted
        case "/": .end
        case ">": .partial
        case "<": .parent
        case "$": .block
        case "!": .comment
        case "&", "=", "%": .refused(sign)
        default: nil
        }
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop(while: \.isWhitespace)
        return String(start[..<(start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex)])
    }

    private static func isAlone(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
        let before = bytes[..<range.lowerBound].last { !isBlank($0) }
        let after = bytes[range.upperBound...].first { !isBlank($0) }
        return [before, after].allSatisfy { $0 == nil || $0 == UInt8(ascii: "\n") }
    }

    /// A sign that does not show at either end of a line.
    static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
    }
}
