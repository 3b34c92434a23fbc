import Domain
import Foundation

extension AnswerFacts {
    /// All but file and digest, which are known from elsewhere.
    func pack(into writer: inout PackedWriter) {
        writer.put(question)
        writer.put(card) { $1.pack(into: &$0) }
        writer.put(findings) { $1.pack(into: &$0) }
        writer.put(links) { writer, link in
            writer.put(link.destination)
            writer.put(link.line)
            writer.put(link.column)
        }
        writer.put(anchors) { writer, anchors in writer.put(anchors) { $0.put($1) } }
    }

    /// - Parameters:
    ///   - digest: SHA-256 of the bytes of the file, in hexadecimal.
    ///   - roots: Where the words are looked for when they are asked for.
    convenience init(
        _ file: SortedFiles.AnswerEntry, digest: String, roots: [String], from reader: inout PackedReader
    ) throws(PackedReader.Damage) {
        let question = try reader.text()
        let words = StoredAnswerText(roots: roots, question: question)
        let card = try reader.optional { reader throws(PackedReader.Damage) in
            try Answer(file, digest: digest, words: words, from: &reader)
        }
        let findings = try reader.list { reader throws(PackedReader.Damage) in
            try Finding(in: file.entry.path, from: &reader)
        }
        let links = try reader.list { reader throws(PackedReader.Damage) in
            Passage.Link(destination: try reader.text(), line: try reader.number(), column: try reader.number())
        }
        let anchors = try reader.optional { reader throws(PackedReader.Damage) in
            try reader.list { reader throws(PackedReader.Damage) in try reader.text() }
        }
        self.init(
            file, digest: digest, card: card, question: question, findings: findings, links: links, anchors: anchors)
    }
}

extension Finding {
    fileprivate func pack(into writer: inout PackedWriter) {
        writer.put(diagnostic.severity == .error)
        writer.put(diagnostic.rule)
        writer.put(diagnostic.position.line)
        writer.put(diagnostic.position.column)
        writer.put(diagnostic.excerpt)
        writer.put(diagnostic.problem)
        writer.put(diagnostic.remedy)
        writer.put(from) { $0.put($1) }
    }

    fileprivate init(in path: String, from reader: inout PackedReader) throws(PackedReader.Damage) {
        let isError = try reader.flag()
        let rule = try reader.text()
        let position = SourcePosition(file: path, line: try reader.number(), column: try reader.number())
        diagnostic = Diagnostic(
            isError ? .error : .warning, rule: rule, at: position, excerpt: try reader.text(),
            problem: try reader.text(), remedy: try reader.text())
        from = try reader.optional { reader throws(PackedReader.Damage) in try reader.day() }
    }
}
