import Foundation

/// A mustache tag with its place in the template as written.
struct TemplateTag: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case variable, unescaped, section, inverted, end, partial, parent, block, comment
        /// Something mustache knows and the theme does not take, by its sign.
        case refused(Character)
    }

    var kind: Kind
    var name: String
    var line: Int
    var column: Int
    /// The text between this tag and the one before it.
    var textBefore: Substring
}

extension TemplateTag {
    /// All tags of a template in order.
    ///
    /// - Throws: The line of a tag that is not closed.
    static func all(in text: String) throws(UnclosedTag) -> [TemplateTag] {
        var tags: [TemplateTag] = []
        var rest = text[...]
        var line = 1
        while let open = rest.range(of: "{{") {
            let before = rest[..<open.lowerBound]
            line += before.utf8.count { $0 == UInt8(ascii: "\n") }
            let isTriple = rest[open.upperBound...].hasPrefix("{")
            guard let close = rest[open.upperBound...].range(of: isTriple ? "}}}" : "}}") else {
                throw UnclosedTag(line: line)
            }
            let inner = rest[open.upperBound..<close.lowerBound]
            let lineStart = text[..<open.lowerBound].lastIndex(of: "\n").map(text.index(after:)) ?? text.startIndex
            let column = text.distance(from: lineStart, to: open.lowerBound) + 1
            let (kind, name) = read(inner)
            tags.append(TemplateTag(kind: kind, name: name, line: line, column: column, textBefore: before))
            line += inner.utf8.count { $0 == UInt8(ascii: "\n") }
            rest = rest[close.upperBound...]
        }
        return tags
    }

    private static func read(_ inner: Substring) -> (Kind, String) {
        let kinds: [Character: Kind] = [
            "{": .unescaped, "#": .section, "^": .inverted, "/": .end, ">": .partial, "<": .parent, "$": .block,
            "!": .comment, "&": .refused("&"), "=": .refused("="), "%": .refused("%"),
        ]
        guard let sign = inner.first, let kind = kinds[sign] else {
            return (.variable, inner.trimmingCharacters(in: .whitespaces))
        }
        return (kind, inner.dropFirst().trimmingCharacters(in: .whitespacesAndNewlines))
    }

    struct UnclosedTag: Error { var line: Int }
}
