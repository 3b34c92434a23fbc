import Domain
import Foundation
import Yams

extension MappingReader {
    /// A required text on one line.
    ///
    /// - Parameter mayBeEmpty: Whether `""` is an answer.
    func text(_ key: String, mayBeEmpty: Bool = false) -> String {
        guard let node = required(key) else { return "" }
        let text = oneLine(string(node, of: key) ?? "")
        if text.isEmpty, !mayBeEmpty, node.scalar != nil { report(.emptyValue(key), at: node) }
        return text
    }

    /// An optional text on one line.
    func text(_ key: String, or fallback: String) -> String {
        node(key).flatMap { string($0, of: key) }.map(oneLine) ?? fallback
    }

    /// A required text that may have several lines.
    func lines(_ key: String) -> String {
        guard let node = required(key), let string = string(node, of: key) else { return "" }
        let text = string.trimmed
        if text.isEmpty { report(.emptyValue(key), at: node) }
        return text
    }

    /// An optional text that may have several lines.
    func lines(_ key: String, or fallback: String) -> String {
        node(key).flatMap { string($0, of: key) }?.trimmed ?? fallback
    }

    /// A list of texts; an empty one when the key is absent.
    func texts(_ key: String, required isRequired: Bool = false) -> [Located<String>] {
        guard let node = isRequired ? required(key) : node(key) else { return [] }
        guard let sequence = node.sequence else {
            report(.wrongType(key, wanted: .list), at: node)
            return []
        }
        if isRequired, sequence.isEmpty { report(.emptyList(key), at: node) }
        return sequence.compactMap { item in
            guard let text = string(item, of: key).map(oneLine) else { return nil }
            if text.isEmpty {
                report(.emptyValue(key), at: item)
                return nil
            }
            return Located(value: text, node: item)
        }
    }

    /// A whole number that is not negative.
    func integer(_ key: String) -> Int? {
        guard let node = node(key), let text = string(node, of: key) else { return nil }
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text) else {
            report(.wrongType(key, wanted: .number), at: node)
            return nil
        }
        return number
    }

    func flag(_ key: String) -> Bool? {
        guard let node = node(key), let text = string(node, of: key) else { return nil }
        guard text == "true" || text == "false" else {
            report(.wrongType(key, wanted: .flag), at: node)
            return nil
        }
        return text == "true"
    }

    /// One of a closed set of words.
    func choice<Value: RawRepresentable<String>>(_ key: String, of values: [Value]) -> Value? {
        guard let node = required(key), let text = string(node, of: key) else { return nil }
        if let value = values.first(where: { $0.rawValue == text }) { return value }
        report(.notAChoice(text, key: key, among: values.map(\.rawValue)), at: node)
        return nil
    }

    /// The text of a scalar; anything else is reported.
    func string(_ node: Node, of key: String) -> String? {
        guard let scalar = node.scalar else {
            report(.wrongType(key, wanted: .text), at: node)
            return nil
        }
        if scalar.style == .plain, let place = comment(behind: node, scalar.string) {
            source.report(
                .cutByComment(key), line: place.line, column: source.column(ofScalar: place.column, line: place.line))
        }
        return scalar.string
    }

    /// `title: Công văn #5` loses its number: YAML takes ` #` for a comment. Comments proper have a space behind `#`.
    ///
    /// - Returns: The place of such a `#`, in Unicode scalars.
    private func comment(behind node: Node, _ text: String) -> (line: Int, column: Int)? {
        guard source.hasComments, let mark = node.mark, source.lines.indices.contains(mark.line - 1) else { return nil }
        let line = source.lines[mark.line - 1]
        guard line.utf8.contains(UInt8(ascii: "#")) else { return nil }
        let rest = Substring(line.unicodeScalars.dropFirst(mark.column - 1))
        guard rest.hasPrefix(text) else { return nil }
        let behind = rest.dropFirst(text.count).drop { $0 == " " }
        guard behind.first == "#", let next = behind.dropFirst().first, next.isLetter || next.isNumber else {
            return nil
        }
        let before = line.unicodeScalars.distance(from: line.startIndex, to: behind.startIndex)
        return (mark.line, before + 1)
    }

    private func oneLine(_ text: String) -> String {
        if text.isOneTrimmedLine { return text }
        return text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }.joined(
            separator: " ")
    }
}

/// A value with the place it was read at.
struct Located<Value> {
    var value: Value
    var node: Node
}
