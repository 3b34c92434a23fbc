import Domain
package import Foundation

/// Loads `content/` into a typed model, with every fault of every file in one run.
///
/// Shape: docs/content-format.md.
package struct ContentLoader: Sendable {
    private let root: URL

    /// - Parameter root: The root of the checkout, which holds `content/`.
    package init(root: URL) { self.root = root }

    /// Reads and checks everything. Writes nothing.
    ///
    /// - Parameter instant: The time that reviews and legal references are judged by; nothing leaves those warnings
    ///   out, so that the same files always give the same diagnostics.
    package func load(at instant: Date? = nil) -> LoadedContent {
        let inspection = Inspection(today: instant.map(CivilDate.init(of:)))
        let portal = PortalReader(folder: ContentFolder(root: root), inspection: inspection).read()
        return LoadedContent(
            portal: inspection.hasErrors ? nil : portal, diagnostics: inspection.diagnostics)
    }
}
