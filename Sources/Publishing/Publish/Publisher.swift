package import Domain
package import Theme

/// Turns a publication into a release: gate, render, check, and only if all is well, show it.
package struct Publisher: Sendable {
    private let theme: Theme
    private let assets: SiteAssets
    private let documents: any DocumentMaker

    package init(theme: Theme, assets: SiteAssets, documents: any DocumentMaker = NoDocuments()) {
        self.theme = theme
        self.assets = assets
        self.documents = documents
    }

    /// What came of a build.
    package struct Result: Sendable {
        /// Nothing when errors stopped it.
        package var report: ReleaseReport?
        /// Sorted; errors are why nothing was released.
        package var diagnostics: [Diagnostic]
        /// When the site has to be built again; nothing when no date is ahead.
        package var boundary: Boundary?
    }

    /// Builds and releases into `folder`.
    ///
    /// - Throws: What disk, theme or document maker refused; readers then still see the release before.
    package func publish(_ publication: Publication, into folder: PublicFolder) throws -> Result {
        let draft = try ReleaseDraft(in: folder)
        do {
            let result = try render(publication) {
                try draft.add($0)
            } then: {
                try draft.publish()
            }
            try draft.close()
            return result
        } catch {
            try draft.close()
            throw error
        }
    }

    /// All files of the release in memory, without a folder: for checks and tests.
    package func files(_ publication: Publication) throws -> (files: [ReleasedFile], diagnostics: [Diagnostic]) {
        var files: [ReleasedFile] = []
        let result = try render(publication) {
            files.append($0)
        } then: {
            nil
        }
        return (files, result.diagnostics)
    }

    /// One file at a time: made, read by the pattern rule, handed over.
    private func render(
        _ publication: Publication, each: (ReleasedFile) throws -> Void, then finish: () throws -> ReleaseReport?
    ) throws -> Result {
        var publication = publication
        if publication.rehearsal == nil { publication.portal = publication.portal.withoutIllustrations }
        let gate = AnswerGate(approvals: publication.approvals)
        let passed = gate.pass(publication.portal.answers, at: publication.now)
        var view = PublicView(publication, passed: passed)
        var diagnostics = passed.diagnostics + FiguresGate.check(publication.figures)
        let rule = PatternRule(publicContacts: publication.portal.site.publicContacts)
        for index in view.editions.indices {
            let edition = view.editions[index]
            let made = try documents.documents(for: edition.edition, site: view.site)
            view.editions[index].documents = made.filter { $0.subject != .plan || edition.plan != nil }
        }
        try SiteFiles(view: view, theme: theme, assets: assets).forEach { file in
            diagnostics += rule.check(file)
            try each(file)
        }
        diagnostics = Publisher.withoutEchoes(diagnostics).sorted()
        guard !diagnostics.contains(where: { $0.severity == .error }) else {
            return Result(report: nil, diagnostics: diagnostics, boundary: view.boundary)
        }
        return Result(report: try finish(), diagnostics: diagnostics, boundary: view.boundary)
    }

    /// What was found in a file of `content/` is found again in feeds and lists made of it: said once, where to mend it.
    private static func withoutEchoes(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        func isAtSource(_ diagnostic: Diagnostic) -> Bool { diagnostic.position.file.hasPrefix("content/") }
        let known = Set(diagnostics.filter(isAtSource).map { [$0.rule, $0.excerpt] })
        return diagnostics.filter { isAtSource($0) || !known.contains([$0.rule, $0.excerpt]) || $0.excerpt.isEmpty }
    }
}
