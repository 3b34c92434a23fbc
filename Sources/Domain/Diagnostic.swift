/// Something wrong in what an editor wrote: a place, a cause and a cure.
package struct Diagnostic: Error, Hashable, Sendable, Codable, Comparable {
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
