import Domain
package import Foundation

/// Loads `content/` into a typed model, with every fault of every file in one run.
///
/// Shape: docs/content-format.md.
package struct ContentLoader: Sendable {
    let roots: [URL]
    private let cache: ContentCache?
    private let jobs: Int
    private let lints: Bool

    /// - Parameters:
    ///   - root: The root of the checkout, which holds `content/`.
    ///   - overlays: Folders whose `content/` lies over that of the checkout, the last on top: answers approved in a
    ///     rehearsal, which must not end up among the real ones, and drafts. One without `content/` lays nothing over it.
    ///   - cache: Where what is learned of files is kept; nothing for reading all of them.
    ///   - jobs: How many files are read at a time; nothing for as many as there are processors.
    ///   - lints: Whether papers are looked through for slips, which are warnings to whoever writes; others need not
    ///     wait for it.
    package init(
        root: URL, overlays: [URL] = [], cache: ContentCache? = nil, jobs: Int? = nil, lints: Bool = true
    ) {
        self.lints = lints
        self.cache = cache
        let laid = overlays.filter { FileManager.default.fileExists(atPath: $0.appending(path: "content").path) }
        self.jobs = max(1, jobs ?? ProcessInfo.processInfo.activeProcessorCount)
        roots = [root] + laid
    }

    /// Reads and checks everything. Writes nothing but the cache.
    ///
    /// - Parameter instant: The time that reviews and legal references are judged by; nothing leaves those warnings
    ///   out, so that the same files always give the same diagnostics.
    package func load(at instant: Date? = nil) -> LoadedContent {
        let inspection = Inspection()
        let folder = ContentFolder(roots: roots)
        let reader = PortalReader(folder: folder, inspection: inspection, cache: cache, jobs: jobs, lints: lints)
        let portal = reader.read()
        return LoadedContent(
            portal: inspection.hasErrors ? nil : portal,
            diagnostics: inspection.diagnostics(on: instant.map(CivilDate.init(of:))),
            parsedAnswers: reader.parsedAnswers)
    }
}
