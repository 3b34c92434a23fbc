/// Something wrong in what an editor wrote: a place, a cause and a cure.
package struct Diagnostic: Error, Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
    package enum Severity: String, Hashable, Sendable, Codable { case error, warning }

    package var severity: Severity
    /// A stable name for tools, such as `unknown-key`.
    package var rule: String
    package var position: SourcePosition
    /// The line of the file; empty when there is none.
    package var excerpt: String
    /// What is wrong, in Vietnamese.
    package var problem: String
    /// What to do, in Vietnamese.
    package var remedy: String

    package init(
        _ severity: Severity, rule: String, at position: SourcePosition, excerpt: String = "", problem: String,
        remedy: String
    ) {
        self.severity = severity
        self.rule = rule
        self.position = position
        self.excerpt = excerpt
        self.problem = problem
        self.remedy = remedy
    }

    package static func < (left: Diagnostic, right: Diagnostic) -> Bool {
        (left.position, left.rule, left.problem) < (right.position, right.rule, right.problem)
    }

    /// As printed: place and problem, the line with a mark under the column, the remedy.
    package var description: String {
        let word = severity == .error ? "lỗi" : "cảnh báo"
        var lines = ["\(position): \(word): \(problem)"]
        if !excerpt.isEmpty {
            let shown = window
            lines.append("    \(shown.text)")
            lines.append("    " + String(repeating: " ", count: shown.column) + "^")
        }
        lines.append("  cách sửa: \(remedy)")
        return lines.joined(separator: "\n")
    }

    /// At most 100 characters of the line around the column, so that the mark stands under its place in a terminal,
    /// and how many characters stand before that place.
    private var window: (text: String, column: Int) {
        let column = max(0, position.column - 1)
        guard excerpt.count > 100 else { return (excerpt, column) }
        let start = min(max(0, column - 40), excerpt.count - 98)
        let text = excerpt.dropFirst(start).prefix(98)
        let isCutBefore = start > 0
        let isCutAfter = start + 98 < excerpt.count
        return ((isCutBefore ? "…" : "") + text + (isCutAfter ? "…" : ""), column - start + (isCutBefore ? 1 : 0))
    }
}

/// A place in a file: line and column count from 1, columns in characters; 0 where unknown.
package struct SourcePosition: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
    /// From the root of the checkout.
    package var file: String
    package var line: Int
    package var column: Int

    package init(file: String, line: Int = 0, column: Int = 0) {
        self.file = file
        self.line = line
        self.column = column
    }

    package var description: String {
        [file, line > 0 ? "\(line)" : "", line > 0 && column > 0 ? "\(column)" : ""].filter { !$0.isEmpty }
            .joined(separator: ":")
    }

    package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        (left.file, left.line, left.column) < (right.file, right.line, right.column)
    }
}
