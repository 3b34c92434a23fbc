package import Cryptography
package import Domain
package import Theme

/// Turns a publication into a release: gate, render, check, and only if all is well, show it.
package struct Publisher: Sendable {
    private let theme: Theme
    private let assets: SiteAssets
    private let documents: any DocumentMaker
    private let searchCache: SearchCache?
    private let readsForPrivacy: Bool
    private let packs: Bool
    private let program: SHA256Digest
    private let jobs: Jobs

    /// - Parameters:
    ///   - searchCache: Where the next build finds what this one learned of unchanged answers.
    ///   - readsForPrivacy: Whether the pattern rule reads what is made; off only to measure the rest, in a rehearsal.
    ///   - packs: Whether gzip copies are made after the release.
    ///   - program: Of the program itself: another one may make other bytes of the same input.
    package init(
        theme: Theme, assets: SiteAssets, documents: any DocumentMaker = NoDocuments(),
        searchCache: SearchCache? = nil, readsForPrivacy: Bool = true, packs: Bool = true,
        program: SHA256Digest = ProgramDigest.own, jobs: Jobs = .processors
    ) {
        self.theme = theme
        self.assets = assets
        self.documents = documents
        self.searchCache = searchCache
        self.readsForPrivacy = readsForPrivacy
        self.packs = packs
        self.program = program
        self.jobs = jobs
    }

    /// What came of a build.
    package struct Result: Sendable {
        /// Nothing when errors stopped it.
        package var report: ReleaseReport?
        /// Sorted; errors are why nothing was released.
        package var diagnostics: [Diagnostic]
        /// When the site has to be built again; nothing when no date is ahead.
        package var boundary: Boundary?
        /// How many files the release has; nothing when errors stopped it.
        package var files: Int?
        /// Paths of the files that were made, whether or not they came out different, in the order of the site.
        package var made: [String]
        /// Why not all gzip copies were made; the release is live all the same, and the next build makes them.
        package var unpacked: DiskError?

        /// A build that errors stopped before anything was made.
        package static func refused(_ diagnostics: [Diagnostic]) -> Result {
            Result(diagnostics: diagnostics, made: [])
        }

        /// Pages among them.
        package var pagesMade: Int { made.count(where: ReleaseReport.isPage) }
    }

    /// Builds and releases into `folder`.
    ///
    /// - Throws: What disk, theme or document maker refused; readers then still see the release before.
    package func publish(_ publication: Publication, into folder: PublicFolder) throws -> Result {
        let prepared = try prepare(publication)
        let draft = try ReleaseDraft(in: folder, stamp: prepared.stamp(of: program))
        do {
            let result = try publish(prepared, through: draft)
            try draft.close()
            return result
        } catch {
            try draft.close()
            throw error
        }
    }

    /// All files of the release in memory, without a folder: for checks and tests.
    package func files(_ publication: Publication) throws -> (files: [ReleasedFile], diagnostics: [Diagnostic]) {
        let prepared = try prepare(publication)
        let files = try jobs.map(prepared.products) { try $0.make() }
        let diagnostics = prepared.diagnostics + files.flatMap(prepared.problems)
        return (files, Publisher.withoutEchoes(diagnostics).sorted())
    }

    /// Every error that would stop a release, found without writing; documents are left out, for an engine draws
    /// them.
    ///
    /// - Returns: Sorted; what the theme says of its pages among them.
    package func problems(with publication: Publication) throws -> [Diagnostic] {
        let prepared = try Publisher(theme: theme, assets: assets, program: program, jobs: jobs).prepare(publication)
        let found = try jobs.map(prepared.products) { product in
            do {
                return prepared.problems(of: try product.make())
            } catch let error as ThemeError {
                return error.problems
            }
        }
        return Publisher.withoutEchoes(prepared.diagnostics + Publisher.once(found.flatMap { $0 })).sorted()
    }

    /// A fault of a template that many pages share is told for the first of them.
    private static func once(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        var seen: Set<[String]> = []
        return diagnostics.filter { $0.position.line == 0 || seen.insert(["\($0.position)", $0.rule]).inserted }
    }

    /// A build before anything was made.
    private struct Prepared {
        var products: [Product]
        var diagnostics: [Diagnostic]
        /// Nothing when the build is to be measured without it.
        var rule: PatternRule?
        var boundary: Boundary?

        /// What every file is made with beside its key.
        func stamp(of program: SHA256Digest) -> SHA256Digest {
            var key = KeyWriter("stamp")
            key.add(program)
            rule?.write(to: &key)
            return key.key
        }

        func problems(of file: ReleasedFile) -> [Diagnostic] { rule?.check(file) ?? [] }
    }

    /// Gates the publication and puts the site together.
    private func prepare(_ publication: Publication) throws -> Prepared {
        var publication = publication
        if publication.purpose == .portal { publication.portal = publication.portal.withoutIllustrations }
        let gate = AnswerGate(approvals: publication.approvals)
        let passed = gate.pass(publication.portal.answers, at: publication.now)
        var view = PublicView(publication, passed: passed)
        try view.add(documents.documents(from: view.documentSource))
        return Prepared(
            products: try SiteProducts(view: view, theme: theme, assets: assets, searchCache: searchCache).all(),
            diagnostics: passed.diagnostics + FiguresGate.check(publication.figures),
            rule: readsForPrivacy ? PatternRule(publicContacts: publication.portal.site.publicContacts) : nil,
            boundary: view.boundary)
    }

    /// What is new is made, read by the pattern rule and staged, one file a worker at a time; the rest is kept.
    private func publish(_ prepared: Prepared, through draft: ReleaseDraft) throws -> Result {
        let needed = try prepared.products.filter { try !draft.keep($0) }
        if !needed.isEmpty { try draft.prepareStaging() }
        let staging = draft.staging
        let made = try jobs.map(Array(needed.enumerated())) { number, product in
            let file = try product.make()
            return (staged: try staging.put(file, number: number), diagnostics: prepared.problems(of: file))
        }
        // What was complained of is made again by the next build, so that no complaint is ever lost.
        for (product, made) in zip(needed, made) {
            try draft.add(made.staged, key: made.diagnostics.isEmpty ? product.key : nil, at: product.path)
        }
        let diagnostics = Publisher.withoutEchoes(prepared.diagnostics + made.flatMap(\.diagnostics)).sorted()
        var result = Result(diagnostics: diagnostics, boundary: prepared.boundary, made: needed.map(\.path))
        guard !diagnostics.contains(where: { $0.severity == .error }) else { return result }
        result.report = try draft.publish()
        result.files = prepared.products.count
        if packs {
            do { try draft.pack(jobs) } catch let error as DiskError { result.unpacked = error }
        }
        return result
    }

    /// What was found in a file of `content/` is found again in feeds and lists made of it: said once, where to mend it.
    private static func withoutEchoes(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        func isAtSource(_ diagnostic: Diagnostic) -> Bool { diagnostic.position.file.hasPrefix("content/") }
        let known = Set(diagnostics.filter(isAtSource).map { [$0.rule, $0.excerpt] })
        return diagnostics.filter { isAtSource($0) || !known.contains([$0.rule, $0.excerpt]) || $0.excerpt.isEmpty }
    }
}
