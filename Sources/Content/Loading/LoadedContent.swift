package import Domain

/// What a run over `content/` gives.
package struct LoadedContent: Hashable, Sendable {
    /// Nothing when there was an error.
    package let portal: Portal?
    /// Sorted by file, line and column; errors and warnings.
    package let diagnostics: [Diagnostic]
    /// How many answer files had to be parsed, the others being known from the cache.
    package let parsedAnswers: Int
}
