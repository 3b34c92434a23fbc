import Domain

/// Turns Prose into the numbered passages of an official document.
///
/// Headings of level 2 become parts (I.), of level 3 sections (1.), deeper ones subsections (1.1.).
/// List items become points a), b), c); in a list within a list, dashes, or numbers if it was numbered.
struct PassageWriter {
    private(set) var passages: [Passage] = []
    private let runs: RunWriter
    private var parts = 0
    private var sections = 0
    private var subsections = 0

    /// - Parameter baseURL: Put before site paths, which mean nothing on paper.
    init(baseURL: String) {
        runs = RunWriter(baseURL: baseURL)
    }

    /// - Returns: The passages of `prose` in order.
    static func passages(of prose: Prose, baseURL: String) -> [Passage] {
        var writer = PassageWriter(baseURL: baseURL)
        for block in prose.blocks { writer.write(block, depth: 0) }
        return writer.passages
    }

    /// The bodies of notes, each as one paragraph.
    static func footnotes(of prose: Prose, baseURL: String) -> [[TextRun]] {
        prose.footnotes.map { blocks in
            var writer = PassageWriter(baseURL: baseURL)
            for block in blocks { writer.write(block, depth: 0) }
            return Array(writer.passages.map(\.runs).joined(separator: [TextRun(" ")]))
        }
    }

    private mutating func write(_ block: Prose.Block, depth: Int) {
        switch block {
        case .heading(let level, _, let content): writeHeading(level: level, content)
        case .paragraph(let content): passages.append(Passage(.paragraph, runs.runs(of: content)))
        case .list(let start, let items): writeList(start: start, items, depth: depth)
        case .table(let table): writeTable(table)
        case .quote(let blocks): writeChanged(to: .quote, blocks, depth: depth)
        case .note(let title, let blocks): writeNote(title: title, blocks, depth: depth)
        case .code(let text): passages.append(Passage(.paragraph, RunWriter.lines(text)))
        // A rule separates on screen; on paper the parts are numbered.
        case .rule: break
        }
    }

    private mutating func writeHeading(level: Int, _ content: [Prose.Inline]) {
        switch level {
        case ...2:
            (parts, sections, subsections) = (parts + 1, 0, 0)
            let capitals = runs.runs(of: content).map(\.inCapitals)
            passages.append(Passage(.part, label: OfficialNumbering.part(parts), capitals))
        case 3:
            (sections, subsections) = (sections + 1, 0)
            passages.append(Passage(.section, label: "\(sections).", runs.runs(of: content)))
        default:
            subsections += 1
            let label = sections == 0 ? "\(subsections)." : "\(sections).\(subsections)."
            passages.append(Passage(.subsection, label: label, runs.runs(of: content)))
        }
    }

    private mutating func writeList(start: Int?, _ items: [[Prose.Block]], depth: Int) {
        for (index, blocks) in items.enumerated() {
            let number = index + (start ?? 1)
            let label =
                switch depth {
                case 0: OfficialNumbering.point(max(0, number - 1))
                case 1: start == nil ? "-" : "\(number))"
                default: "+"
                }
            let kind: Passage.Kind = depth == 0 ? .point : .dash
            var rest = blocks[...]
            var first: [TextRun] = []
            if case .paragraph(let content) = blocks.first {
                first = runs.runs(of: content)
                rest = rest.dropFirst()
            }
            passages.append(Passage(kind, label: label, first))
            for block in rest { write(block, depth: depth + 1) }
        }
    }

    private mutating func writeTable(_ table: Prose.Table) {
        let cells = Passage.Table(
            head: table.head.map(runs.runs(of:)), rows: table.rows.map { $0.map(runs.runs(of:)) })
        passages.append(Passage(.table, [], table: cells))
    }

    private mutating func writeChanged(to kind: Passage.Kind, _ blocks: [Prose.Block], depth: Int) {
        let first = passages.count
        for block in blocks { write(block, depth: depth) }
        for index in first..<passages.count where passages[index].kind == .paragraph {
            passages[index].kind = kind
        }
    }

    private mutating func writeNote(title: String, _ blocks: [Prose.Block], depth: Int) {
        let first = passages.count
        for block in blocks { write(block, depth: depth) }
        if first < passages.count, passages[first].kind == .paragraph {
            passages[first].kind = .note
            passages[first].label = "\(title):"
        } else {
            passages.insert(Passage(.note, label: "\(title):", []), at: first)
        }
    }
}

extension TextRun {
    fileprivate var inCapitals: TextRun {
        var run = self
        run.text = text.uppercased().composed
        return run
    }
}

extension [Passage] {
    /// The same text closed with `./.`, the end mark of every official document.
    ///
    /// Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.4.
    var closed: [Passage] {
        guard var last = last, last.kind != .table, let end = last.runs.lastIndex(where: { $0.kind == .text }) else {
            return self + [Passage(.paragraph, [TextRun("./.")])]
        }
        var text = last.runs[end].text
        while text.hasSuffix(" ") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        last.runs[end].text = text + "./."
        return dropLast() + [last]
    }
}
