import Domain
package import Foundation

/// Loads `content/` into a typed model, with every fault of every file in one run.
///
/// Shape: docs/content-format.md.
package struct ContentLoader: Sendable {
    let roots: [URL]
    private let jobs: Int

    /// - Parameters:
    ///   - root: The root of the checkout, which holds `content/`.
    ///   - overlay: A folder whose `content/` lies over that of the checkout: answers approved in a rehearsal, which
    ///     must not end up among the real ones. Nothing, or a folder without `content/`, lays nothing over it.
    ///   - jobs: How many files are read at a time; nothing for as many as there are processors.
    package init(root: URL, overlay: URL? = nil, jobs: Int? = nil) {
        let laid = overlay.flatMap { folder in
            FileManager.default.fileExists(atPath: folder.appending(path: "content").path) ? folder : nil
        }
        self.jobs = max(1, jobs ?? ProcessInfo.processInfo.activeProcessorCount)
        roots = [root] + (laid.map { [$0] } ?? [])
    }

    /// Reads and checks everything. Writes nothing.
    ///
    /// - Parameter instant: The time that reviews and legal references are judged by; nothing leaves those warnings
    ///   out, so that the same files always give the same diagnostics.
    package func load(at instant: Date? = nil) -> LoadedContent {
        let inspection = Inspection()
        let folder = ContentFolder(roots: roots)
        let portal = PortalReader(folder: folder, inspection: inspection, jobs: jobs).read()
        return LoadedContent(
            portal: inspection.hasErrors ? nil : portal,
            diagnostics: inspection.diagnostics(on: instant.map(CivilDate.init(of:))))
    }
}
