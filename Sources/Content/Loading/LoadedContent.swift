package import Domain

/// What a run over `content/` gives.
package struct LoadedContent: Hashable, Sendable {
    /// Nothing when there was an error.
    package let portal: Portal?
    /// Sorted by file, line and column; errors and warnings.
    package let diagnostics: [Diagnostic]

    package init(portal: Portal?, diagnostics: [Diagnostic]) {
        self.portal = portal
        self.diagnostics = diagnostics
    }
}
