extension Prose {
    /// The words alone, blocks separated by a line end: for summaries, search and the privacy rules.
    package var plainText: String {
        (blocks + footnotes.flatMap { $0 }).map(\.plainText).joined(separator: "\n")
    }
}

extension Prose.Block {
    /// The words of this block.
    package var plainText: String {
        switch self {
        case .heading(_, _, let content), .paragraph(let content): content.plainText
        case .list(_, let items): items.map { $0.map(\.plainText).joined(separator: "\n") }.joined(separator: "\n")
        case .table(let table):
            ([table.head] + table.rows).map { $0.map(\.plainText).joined(separator: "\t") }.joined(separator: "\n")
        case .quote(let blocks): blocks.map(\.plainText).joined(separator: "\n")
        case .note(let title, let blocks): "\(title): " + blocks.map(\.plainText).joined(separator: "\n")
        case .code(let text): text
        case .rule: ""
        }
    }
}

extension [Prose.Inline] {
    /// The words of these parts, breaks as spaces.
    package var plainText: String { map(\.plainText).joined() }
}

extension Prose.Inline {
    fileprivate var plainText: String {
        switch self {
        case .text(let text), .code(let text): text
        case .emphasis(let content), .strong(let content), .link(_, let content): content.plainText
        case .image(_, let alternative): alternative
        case .footnote: ""
        case .softBreak, .lineBreak: " "
        }
    }
}
