import Domain

extension Prose {
    func pack(into writer: inout PackedWriter) {
        writer.put(blocks) { $1.pack(into: &$0) }
        writer.put(footnotes) { writer, blocks in writer.put(blocks) { $1.pack(into: &$0) } }
    }

    init(from reader: inout PackedReader) throws(PackedReader.Damage) {
        self.init(blocks: try reader.blocks(), footnotes: try reader.blockLists())
    }
}

// Each kind bears a number; what follows it is the kind's own.

extension Prose.Block {
    fileprivate func pack(into writer: inout PackedWriter) {
        switch self {
        case .paragraph(let content):
            writer.put(0)
            writer.put(content)
        case .heading(let level, let id, let content):
            writer.put(1)
            writer.put(level)
            writer.put(id)
            writer.put(content)
        case .list(let start, let items):
            writer.put(2)
            writer.put(start) { $0.put($1) }
            writer.put(items) { writer, blocks in writer.put(blocks) { $1.pack(into: &$0) } }
        case .table(let table):
            writer.put(3)
            writer.put(table)
        case .quote(let blocks):
            writer.put(4)
            writer.put(blocks) { $1.pack(into: &$0) }
        case .note(let title, let blocks):
            writer.put(5)
            writer.put(title)
            writer.put(blocks) { $1.pack(into: &$0) }
        case .code(let text):
            writer.put(6)
            writer.put(text)
        case .rule: writer.put(7)
        }
    }

    fileprivate init(from reader: inout PackedReader) throws(PackedReader.Damage) {
        switch try reader.number() {
        case 0: self = .paragraph(try reader.inlines())
        case 1:
            self = .heading(level: try reader.number(), id: try reader.text(), content: try reader.inlines())
        case 2:
            let start = try reader.optional { reader throws(PackedReader.Damage) in try reader.number() }
            self = .list(start: start, items: try reader.blockLists())
        case 3: self = .table(try reader.table())
        case 4: self = .quote(try reader.blocks())
        case 5: self = .note(title: try reader.text(), try reader.blocks())
        case 6: self = .code(try reader.text())
        case 7: self = .rule
        default: throw PackedReader.Damage()
        }
    }
}

extension Prose.Inline {
    fileprivate func pack(into writer: inout PackedWriter) {
        switch self {
        case .text(let text):
            writer.put(0)
            writer.put(text)
        case .softBreak: writer.put(1)
        case .strong(let content):
            writer.put(2)
            writer.put(content)
        case .emphasis(let content):
            writer.put(3)
            writer.put(content)
        case .link(let destination, let content):
            writer.put(4)
            writer.put(destination)
            writer.put(content)
        case .code(let text):
            writer.put(5)
            writer.put(text)
        case .footnote(let number):
            writer.put(6)
            writer.put(number)
        case .lineBreak: writer.put(7)
        case .image(let source, let alternative):
            writer.put(8)
            writer.put(source)
            writer.put(alternative)
        }
    }

    fileprivate init(from reader: inout PackedReader) throws(PackedReader.Damage) {
        switch try reader.number() {
        case 0: self = .text(try reader.text())
        case 1: self = .softBreak
        case 2: self = .strong(try reader.inlines())
        case 3: self = .emphasis(try reader.inlines())
        case 4: self = .link(destination: try reader.text(), content: try reader.inlines())
        case 5: self = .code(try reader.text())
        case 6: self = .footnote(number: try reader.number())
        case 7: self = .lineBreak
        case 8: self = .image(source: try reader.text(), alternative: try reader.text())
        default: throw PackedReader.Damage()
        }
    }
}

extension PackedWriter {
    fileprivate mutating func put(_ content: [Prose.Inline]) {
        put(content) { $1.pack(into: &$0) }
    }

    fileprivate mutating func put(_ table: Prose.Table) {
        put(table.alignments) { $0.put(Prose.Table.Alignment.allCases.firstIndex(of: $1) ?? 0) }
        put(table.head) { $0.put($1) }
        put(table.rows) { writer, row in writer.put(row) { $0.put($1) } }
    }
}

extension PackedReader {
    fileprivate mutating func inlines() throws(Damage) -> [Prose.Inline] {
        try list { reader throws(Damage) in try Prose.Inline(from: &reader) }
    }

    fileprivate mutating func blocks() throws(Damage) -> [Prose.Block] {
        try list { reader throws(Damage) in try Prose.Block(from: &reader) }
    }

    fileprivate mutating func blockLists() throws(Damage) -> [[Prose.Block]] {
        try list { reader throws(Damage) in try reader.blocks() }
    }

    fileprivate mutating func table() throws(Damage) -> Prose.Table {
        let alignments = try list { reader throws(Damage) in
            let number = try reader.number()
            guard Prose.Table.Alignment.allCases.indices.contains(number) else { throw Damage() }
            return Prose.Table.Alignment.allCases[number]
        }
        let head = try list { reader throws(Damage) in try reader.inlines() }
        let rows = try list { reader throws(Damage) in
            try reader.list { reader throws(Damage) in try reader.inlines() }
        }
        return Prose.Table(alignments: alignments, head: head, rows: rows)
    }
}
