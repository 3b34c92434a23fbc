import Yams

extension LintText {
    /// The keys whose values are words for readers.
    private static let wordKeys: Set = [
        "title", "short-title", "description", "document-title", "opening", "about", "addressee", "footnote", "place",
        "chair", "participants", "online-fallback", "attendance-conditions", "attendance-groups", "name", "task",
        "legend", "label", "paper-label", "short-label", "hint", "missing", "message", "value",
    ]

    /// The values below `node` that are words.
    static func values(below node: Node, in source: SourceFile) -> [LintText] {
        var texts: [LintText] = []
        collect(node, key: "", source, into: &texts)
        return texts
    }

    private static func collect(_ node: Node, key: String, _ source: SourceFile, into texts: inout [LintText]) {
        switch node {
        case .mapping(let mapping):
            for (name, value) in mapping {
                // A reason speaks of what it accepts; a sample is invented, and fields have ASCII names.
                let name = name.scalar?.string ?? ""
                guard !["chap-nhan", "sample"].contains(name) else { continue }
                collect(value, key: name, source, into: &texts)
            }
        case .sequence(let items): for item in items { collect(item, key: key, source, into: &texts) }
        case .scalar(let scalar):
            // Option values and names of fields are words of the program: no space, no mark.
            guard wordKeys.contains(key), scalar.string.utf8.contains(where: { $0 > 0x7F || $0 == 0x20 }) else {
                return
            }
            texts.append(
                LintText(
                    role: .value(key: key), text: scalar.string, pieces: pieces(of: scalar, at: node.mark, in: source)))
        default: break
        }
    }

    /// Words of a value on one line stand behind one another in the file; of others only the beginning is known.
    private static func pieces(of scalar: Node.Scalar, at mark: Mark?, in source: SourceFile) -> [Piece] {
        guard let mark, source.lines.indices.contains(mark.line - 1) else { return [] }
        let line = source.lines[mark.line - 1]
        let before = line.unicodeScalars.prefix(mark.column - 1)
        let start = Substring(before).utf8.count + 1
        let quote = line.utf8.dropFirst(start - 1).first.map { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
        let first = start + (quote == true ? 1 : 0)
        let rest = Substring(line.utf8.dropFirst(first - 1))
        if rest.hasPrefix(scalar.string) { return [Piece(offset: 0, line: mark.line, byte: first)] }
        return [Piece(offset: 0, line: mark.line, byte: start)]
    }
}
