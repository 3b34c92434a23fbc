package import Domain

/// What is wrong with a theme, or with what one of its templates was given: every problem found, in order of place.
package struct ThemeError: Error, Hashable, Sendable, CustomStringConvertible {
    package var problems: [Diagnostic]

    package init(_ problems: [Diagnostic]) { self.problems = problems.sorted() }

    package var description: String { problems.map(\.description).joined(separator: "\n") }
}
