import Domain
import Yams

/// What the linter finds in one file, until it is clear which of it the file accepts.
final class LintRun {
    private struct Found {
        var fault: Fault
        var line: Int
        var column: Int
    }

    let source: SourceFile
    /// Its values first, then its passages in order.
    let texts: [LintText]
    private var found: [Found] = []

    init(_ source: SourceFile) {
        self.source = source
        let values = source.data.map { LintText.values(below: $0, in: source) } ?? []
        let lines = source.lines
        // The data of Markdown stands between two fences.
        let fence = lines.first == "---" ? lines.dropFirst().firstIndex { $0.hasPrefix("---") } : nil
        texts = values + (fence.map { MarkdownPassages.read(lines, from: $0 + 1) } ?? [])
    }

    func report(_ fault: Fault, in text: LintText, atWord index: Int) {
        let place = text.place(ofWord: index)
        // Of a value that runs over several lines only the beginning is known.
        let column =
            place.line > 0 ? source.column(ofByte: min(place.byte, length(of: place.line)), line: place.line) : 0
        found.append(Found(fault: fault, line: place.line, column: column))
    }

    func report(_ fault: Fault, at node: Node?) {
        guard let mark = node?.mark else { return found.append(Found(fault: fault, line: 0, column: 0)) }
        found.append(
            Found(fault: fault, line: mark.line, column: source.column(ofScalar: mark.column, line: mark.line)))
    }

    /// Reports what the file does not accept, and entries that accept nothing.
    func settle() {
        var rest = found.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
        for acceptance in source.acceptances where Acceptance.rules.contains(acceptance.rule) {
            let index = rest.firstIndex { finding in
                finding.fault.rule == acceptance.rule
                    && (acceptance.words.isEmpty || line(finding.line).contains(acceptance.words))
            }
            if let index {
                rest.remove(at: index)
            } else {
                source.report(.acceptsNothing(acceptance.rule), at: acceptance.mark)
            }
        }
        for finding in rest { source.report(finding.fault, line: finding.line, column: finding.column) }
    }

    private func line(_ number: Int) -> Substring {
        source.lines.indices.contains(number - 1) ? source.lines[number - 1] : ""
    }

    private func length(of number: Int) -> Int { line(number).utf8.count + 1 }
}
