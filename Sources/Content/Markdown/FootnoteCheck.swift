/// Finds footnotes without a reference and references without a footnote: the parser drops or prints them silently.
enum FootnoteCheck {
    /// - Parameter definitions: How many footnotes the parser kept.
    static func run(on body: String, definitions: Int, in source: SourceFile) {
        guard body.utf8.contains(UInt8(ascii: "^")) else { return }
        let marks = body.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .flatMap { index, line in Self.marks(in: line, line: index + 1) }
        let defined = Set(marks.filter(\.defines).map(\.label))
        let referred = Set(marks.filter { !$0.defines }.map(\.label))
        // Equal counts and names everywhere: nothing was lost, whatever stands in code.
        for mark in marks {
            if mark.defines, !referred.contains(mark.label), definitions < defined.count {
                source.report(.unusedFootnote(mark.name), line: mark.line, column: mark.column)
            } else if !mark.defines, !defined.contains(mark.label) {
                source.report(.unknownFootnote(mark.name), line: mark.line, column: mark.column)
            }
        }
    }

    private struct Mark {
        var name: String
        var defines: Bool
        var line: Int
        var column: Int
        /// Labels are compared without regard to case.
        var label: String { name.lowercased() }
    }

    private static func marks(in line: Substring, line number: Int) -> [Mark] {
        var found: [Mark] = []
        var rest = line
        var column = 1
        while let start = rest.firstRange(of: "[^"), let end = rest[start.upperBound...].firstIndex(of: "]") {
            column += line.distance(from: rest.startIndex, to: start.lowerBound)
            let behind = line[line.index(after: end)...]
            let startsLine = line[..<start.lowerBound].allSatisfy { $0 == " " }
            found.append(
                Mark(
                    name: String(rest[start.upperBound..<end]), defines: startsLine && behind.hasPrefix(":"),
                    line: number, column: column))
            column += line.distance(from: start.lowerBound, to: behind.startIndex)
            rest = behind
        }
        return found
    }
}
