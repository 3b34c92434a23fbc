package import Domain

/// Turns Prose into the numbered passages of an official document.
///
/// Headings of level 2 become parts (I.), of level 3 sections (1.), deeper ones subsections (1.1.).
/// List items become points a), b), c); in a list within a list, dashes, or numbers if it was numbered.
package struct PassageWriter {
    package enum Numbering: Hashable, Sendable {
        /// As the decree numbers parts, sections and points.
        case official
        /// Headings are titles of this kind, without numbers; lists are as written.
        case none(headings: Passage.Kind)
    }

    /// How the reader gets to where a link leads: by a click, or by typing the address, which is printed behind its words.
    package enum Links: Hashable, Sendable { case followed, spelledOut }

    private let runs: RunWriter
    private let numbering: Numbering
    private var parts = 0
    private var sections = 0
    private var subsections = 0

    /// - Parameter baseURL: Put before site paths, which mean nothing on paper.
    private init(baseURL: String, numbering: Numbering, firstFootnote: Int, links: Links) {
        runs = RunWriter(baseURL: baseURL, firstFootnote: firstFootnote, links: links)
        self.numbering = numbering
    }

    /// - Parameter firstFootnote: The number that the first note of `prose` has in its section.
    /// - Returns: The passages of `prose` in order.
    package static func passages(
        of prose: Prose, baseURL: String, numbering: Numbering = .official, firstFootnote: Int = 1,
        links: Links = .followed
    ) -> [Passage] {
        var writer = PassageWriter(baseURL: baseURL, numbering: numbering, firstFootnote: firstFootnote, links: links)
        return prose.blocks.flatMap { writer.passages(of: $0, depth: 0) }
    }

    /// The bodies of notes, each as one paragraph.
    package static func footnotes(of prose: Prose, baseURL: String, links: Links = .followed) -> [[TextRun]] {
        prose.footnotes.map { blocks in
            var writer = PassageWriter(baseURL: baseURL, numbering: .official, firstFootnote: 1, links: links)
            let passages = blocks.flatMap { writer.passages(of: $0, depth: 0) }
            return Array(passages.flatMap(\.runsInside).joined(separator: [TextRun(" ")]))
        }
    }

    private mutating func passages(of block: Prose.Block, depth: Int) -> [Passage] {
        switch block {
        case .heading(let level, _, let content): [heading(level: level, content)]
        case .paragraph(let content): [Passage(.paragraph, runs.runs(of: content))]
        case .list(let start, let items): [list(start: start, items, depth: depth)]
        case .table(let table): [self.table(table)]
        case .quote(let blocks): blocks.flatMap { passages(of: $0, depth: depth) }.map(\.quoted)
        case .note(let title, let blocks): note(title: title, blocks, depth: depth)
        case .code(let text): [Passage(.paragraph, RunWriter.lines(text))]
        // A rule separates on screen; on paper the parts are numbered.
        case .rule: []
        }
    }

    private mutating func heading(level: Int, _ content: [Prose.Inline]) -> Passage {
        if case .none(let kind) = numbering { return Passage(kind, runs.runs(of: content)) }
        switch level {
        case ...2:
            (parts, sections, subsections) = (parts + 1, 0, 0)
            return Passage(.part, label: OfficialNumbering.part(parts), runs.runs(of: content).map(\.inCapitals))
        case 3:
            (sections, subsections) = (sections + 1, 0)
            return Passage(.section, label: "\(sections).", runs.runs(of: content))
        default:
            subsections += 1
            let label = sections == 0 ? "\(subsections)." : "\(sections).\(subsections)."
            return Passage(.subsection, label: label, runs.runs(of: content))
        }
    }

    private mutating func list(start: Int?, _ items: [[Prose.Block]], depth: Int) -> Passage {
        var points: [Passage.Item] = []
        for (index, blocks) in items.enumerated() {
            let number = index + (start ?? 1)
            let label =
                switch (numbering, depth) {
                case (.none, _): start == nil ? "-" : "\(number)."
                case (.official, 0): OfficialNumbering.point(max(0, number - 1))
                case (.official, 1): start == nil ? "-" : "\(number))"
                case (.official, _): "+"
                }
            var inside = blocks.flatMap { passages(of: $0, depth: depth + 1) }
            // The label stands before words: an item that begins with a list or a table gets an empty line of its own.
            if inside.first?.kind == .list || inside.first?.kind == .table || inside.isEmpty {
                inside.insert(Passage(.paragraph), at: 0)
            }
            points.append(Passage.Item(label: label, passages: inside))
        }
        return Passage(.list, items: points)
    }

    private func table(_ table: Prose.Table) -> Passage {
        let columns = table.head.indices.map { index in
            let alignment = table.alignments.indices.contains(index) ? table.alignments[index] : .start
            return Passage.Table.Column(alignment: alignment)
        }
        return Passage(
            .table,
            table: Passage.Table(
                columns: columns, head: table.head.map(runs.runs(of:)), rows: table.rows.map { $0.map(runs.runs(of:)) }
            ))
    }

    private mutating func note(title: String, _ blocks: [Prose.Block], depth: Int) -> [Passage] {
        var inside = blocks.flatMap { passages(of: $0, depth: depth) }
        if inside.first?.kind == .paragraph {
            inside[0].kind = .note
            inside[0].label = "\(title):"
        } else {
            inside.insert(Passage(.note, label: "\(title):"), at: 0)
        }
        return inside
    }
}

extension TextRun {
    fileprivate var inCapitals: TextRun {
        var run = self
        run.text = text.uppercased().composed
        return run
    }
}

extension Passage {
    fileprivate var quoted: Passage {
        var passage = self
        if kind == .paragraph { passage.kind = .quote }
        return passage
    }

    /// The words without numbering, for a note.
    fileprivate var runsInside: [[TextRun]] {
        kind == .list ? items.flatMap { $0.passages.flatMap(\.runsInside) } : [runs]
    }
}

extension [Passage] {
    /// The same text closed with `./.`, the end mark of every official document.
    ///
    /// Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.4.
    package var closed: [Passage] {
        guard var last = last else { return self + [.paragraph("./.")] }
        if last.kind == .list, var item = last.items.last {
            item.passages = item.passages.closed
            last.items[last.items.count - 1] = item
            return dropLast() + [last]
        }
        guard last.kind != .table, let end = last.runs.lastIndex(where: { $0.kind == .text }) else {
            return self + [.paragraph("./.")]
        }
        // Behind a place to write on, not before it.
        if last.runs[end...].contains(where: { $0.kind == .gap }) {
            last.runs.append(TextRun("./."))
            return dropLast() + [last]
        }
        var text = last.runs[end].text
        while text.hasSuffix(" ") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        last.runs[end].text = text + "./."
        return dropLast() + [last]
    }
}
