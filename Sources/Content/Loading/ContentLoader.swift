import Domain
package import Foundation

/// Loads `content/` into a typed model, with every fault of every file in one run.
///
/// Shape: docs/content-format.md.
package struct ContentLoader: Sendable {
    let roots: [URL]

    /// - Parameters:
    ///   - root: The root of the checkout, which holds `content/`.
    ///   - overlay: A folder whose `content/` lies over that of the checkout: answers approved in a rehearsal, which
    ///     must not end up among the real ones. Nothing, or a folder without `content/`, lays nothing over it.
    package init(root: URL, overlay: URL? = nil) {
        let laid = overlay.flatMap { folder in
            FileManager.default.fileExists(atPath: folder.appending(path: "content").path) ? folder : nil
        }
        roots = [root] + (laid.map { [$0] } ?? [])
    }

    /// Reads and checks everything. Writes nothing.
    ///
    /// - Parameter instant: The time that reviews and legal references are judged by; nothing leaves those warnings
    ///   out, so that the same files always give the same diagnostics.
    package func load(at instant: Date? = nil) -> LoadedContent {
        let inspection = Inspection(today: instant.map(CivilDate.init(of:)))
        let portal = PortalReader(folder: ContentFolder(roots: roots), inspection: inspection).read()
        return LoadedContent(
            portal: inspection.hasErrors ? nil : portal, diagnostics: inspection.diagnostics)
    }
}
