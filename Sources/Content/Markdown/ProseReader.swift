import Domain

/// Turns the Markdown of one file into ``Prose``, reporting what may not stand in a text.
final class ProseReader {
    let source: SourceFile
    private var links: [Passage.Link] = []
    private var headingIDs: Set<String> = []
    private var lastNumbers: [String: Int] = [:]
    private var headingLevel = 1
    private var depth = 0
    var inlineDepth = 0
    /// The block being read: its place is that of whatever inside has none of its own.
    private var currentBlock: MarkdownNode?

    private init(_ source: SourceFile) { self.source = source }

    /// - Parameter body: Markdown whose lines are those of `source`.
    static func read(_ body: String, of source: SourceFile) -> Passage {
        MarkdownTree.parse(body) { blocks in
            let reader = ProseReader(source)
            let (notes, text) = blocks.partitioned { $0.kind == .footnoteDefinition }
            let prose = Prose(
                blocks: text.compactMap(reader.block),
                footnotes: notes.map { $0.children.compactMap(reader.block) })
            FootnoteCheck.run(on: body, definitions: notes.count, in: source)
            return Passage(prose: prose, links: reader.links, anchors: reader.headingIDs)
        }
    }

    func report(_ fault: Fault, at node: MarkdownNode) {
        let place = place(of: node)
        source.report(fault, line: place.line, column: place.column)
    }

    func place(of node: MarkdownNode) -> (line: Int, column: Int) {
        guard let placed = node.line > 0 ? node : currentBlock else { return (0, 0) }
        return (placed.line, source.column(ofByte: placed.byteColumn, line: placed.line))
    }

    func note(link destination: String, at place: (line: Int, column: Int)) {
        links.append(Passage.Link(destination: destination, line: place.line, column: place.column))
    }

    // MARK: Blocks

    func block(_ node: MarkdownNode) -> Prose.Block? {
        // A block without a place of its own stands in the one before it.
        if node.line > 0 { currentBlock = node }
        depth += 1
        defer { depth -= 1 }
        // Every level is a call of this and of each walk after it: a stack has an end.
        guard depth <= 20 else {
            report(.tooDeep, at: node)
            return nil
        }
        switch node.kind {
        case .heading: return heading(node)
        case .paragraph: return paragraph(node)
        case .list:
            return .list(start: node.listStart, items: node.children.map { $0.children.compactMap(block) })
        case .table: return .table(table(node))
        case .blockQuote: return quote(node)
        case .codeBlock: return .code(node.literal)
        case .rule: return .rule
        case .htmlBlock: report(.rawHTML, at: node)
        default: report(.unknownMarkdown(node.kind.rawValue), at: node)
        }
        return nil
    }

    private func heading(_ node: MarkdownNode) -> Prose.Block {
        let content = inlines(of: node)
        let level = node.headingLevel
        if level == 1 {
            report(.topHeading, at: node)
        } else if level > headingLevel + 1 {
            report(.skippedHeading(level: level, after: headingLevel), at: node)
        }
        headingLevel = max(level, 1)
        if content.plainText.allSatisfy(\.isWhitespace) { report(.emptyHeading, at: node) }
        reportSample(content, at: node)
        return .heading(level: level, id: headingID(for: content.plainText), content: content)
    }

    /// The slug of the words; the second of its kind ends in `-2`.
    private func headingID(for words: String) -> String {
        let slug = VietnameseText.slug(words)
        let base = slug.isEmpty ? "muc" : slug
        var id = base
        // Counted on from the last one: a text of a thousand equal headings must not look a million times.
        var number = lastNumbers[base] ?? 1
        while !headingIDs.insert(id).inserted {
            number += 1
            id = "\(base)-\(number)"
        }
        lastNumbers[base] = number
        return id
    }

    private func paragraph(_ node: MarkdownNode) -> Prose.Block {
        let content = inlines(of: node)
        if case .text(let text) = content.first, text.hasPrefix("|") { report(.brokenTable, at: node) }
        reportSample(content, at: node)
        return .paragraph(content)
    }

    private func reportSample(_ content: [Prose.Inline], at node: MarkdownNode) {
        guard content.count == 1, case .text(let words) = content[0], SampleSentence.all.contains(words) else { return }
        report(.sampleSentence(words), at: node)
    }

    private func table(_ node: MarkdownNode) -> Prose.Table {
        let (heads, rows) = node.children.partitioned { $0.kind == .tableHead }
        return Prose.Table(
            alignments: node.columnAlignments.map { $0 == "c" ? .center : $0 == "r" ? .end : .start },
            head: heads.first.map(cells) ?? [], rows: rows.map(cells))
    }

    private func cells(_ row: MarkdownNode) -> [[Prose.Inline]] { row.children.map(inlines) }

    private func quote(_ node: MarkdownNode) -> Prose.Block {
        let blocks = node.children.compactMap(block)
        return NoteTitle.split(blocks).map { .note(title: $0.title, $0.rest) } ?? .quote(blocks)
    }
}

extension Array {
    /// Those that satisfy the test, and the others, in order.
    fileprivate func partitioned(_ test: (Element) -> Bool) -> (matching: [Element], others: [Element]) {
        (filter(test), filter { !test($0) })
    }
}
