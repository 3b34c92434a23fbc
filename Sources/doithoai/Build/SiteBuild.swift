import Content
import Domain
import Foundation
import Publishing
import Register
import Theme

/// What stands between the folders of a portal and a release of it: shared by `build` and `preview`.
struct SiteBuild {
    let folders: FolderOptions
    /// What can be computed again.
    let cache: URL
    /// A folder whose `content/` holds answers still being written; nothing for a build that is to be released.
    var drafts: URL?
    var without: [BuildPart] = []
    var jobs: Jobs = .processors

    /// Of everything a build reads; taken before any of it is read.
    func inputs() throws -> InputSignature {
        let state = folders.state
        var inputs = InputSignature()
        inputs.add("\(ProgramDigest.own)")
        for folder in [folders.root.appending(path: "content"), folders.themeDirectory] {
            inputs.add(folder: folder.path)
        }
        if try state.rehearsal != nil { inputs.add(folder: state.url.appending(path: "content").path) }
        inputs.add(file: state.rehearsalFile.path)
        inputs.add(file: state.register.path)
        inputs.add(file: state.register.path + "-wal", ownersCount: false)
        inputs.add(without.map(\.rawValue).joined(separator: " "))
        if !without.contains(.documents) { inputs.add(try EditionDocuments.engineFingerprint(root: folders.root)) }
        return inputs
    }

    /// Loads, checks, renders and releases.
    ///
    /// - Parameter looking: Makes of the publication what is to be built.
    func run(
        at now: Date, into folder: PublicFolder, looking: (Publication) -> Publication = { $0 }
    ) throws -> Publisher.Result {
        let loader = try loader(lints: false)
        let (content, made) = try jobs.both({ loader.load(at: now) }, and: { Result { try publisher() } })
        guard let portal = content.portal else { return .refused(content.diagnostics) }
        var result = try made.get().publish(looking(publication(portal, at: now)), into: folder)
        let places = SourcePlaces(
            content: loader, rule: PatternRule(publicContacts: portal.site.publicContacts))
        result.diagnostics = (content.diagnostics + places.located(result.diagnostics)).sorted()
        return result
    }

    /// What is to be said of the content when its papers are looked through for slips as well: for whoever writes.
    func diagnostics(at now: Date) throws -> [Diagnostic] { try loader(lints: true).load(at: now).diagnostics }

    private func loader(lints: Bool) throws -> ContentLoader {
        // The cache needs its folder; a place that has no content is given none.
        if FileManager.default.fileExists(atPath: folders.root.appending(path: "content").path) {
            try folders.state.make()
        }
        let kept = ContentCache(folder: cache, program: ProgramDigest.own, mayWrite: true)
        return try folders.contentLoader(cache: kept, drafts: drafts, jobs: jobs.count, lints: lints)
    }

    private func publisher() throws -> Publisher {
        Publisher(
            theme: try Theme(directory: folders.themeDirectory),
            assets: try SiteAssets(themeDirectory: folders.themeDirectory),
            documents: without.contains(.documents)
                ? NoDocuments() : try EditionDocuments(root: folders.root, cache: cache),
            searchCache: SearchCache(folder: cache.appending(path: "tim-kiem")),
            readsForPrivacy: !without.contains(.privacy), packs: !without.contains(.compression), jobs: jobs)
    }

    /// Counts and approvals come from the register; before the first registration there is none.
    private func publication(_ portal: Portal, at now: Date) throws -> Publication {
        let state = folders.state
        // Made with its modes before anything puts a file there.
        try state.make()
        var publication = Publication(portal: portal, now: now, rehearsal: try state.rehearsal)
        guard FileManager.default.fileExists(atPath: state.register.path) else { return publication }
        let register = try RegisterDatabase(path: state.register.path, clock: folders.clock)
        publication.figures = try register.figures()
        publication.approvals = try register.approvals()
        try register.close()
        return publication
    }
}
