package import Domain
package import Foundation

/// One file of `content/` on its own, by the rules that need no other file.
package enum SingleFile {
    /// What is wrong in it, sorted.
    ///
    /// - Parameters:
    ///   - path: Where it stands, from the root of the checkout: it says what the file is for.
    ///   - site: Names of divisions, subjects and legal references; nothing when they cannot be known.
    ///   - today: The day reviews and legal references are judged by; nothing leaves those warnings out.
    package static func diagnostics(
        of bytes: Data, at path: String, site: Site?, today: CivilDate? = nil
    ) -> [Diagnostic] {
        let inspection = Inspection()
        let source = SourceFile(path: path, bytes: bytes, inspection: inspection)
        switch ContentPath(path) {
        case .site: _ = SiteReader.read(source)
        case .office: _ = OfficeReader.read(source, site: site)
        case .redirects: _ = RedirectReader.read(source)
        case .page(let slug): _ = PageReader.page(source, slug: slug, site: site)
        case .edition(let id, .dialogue): _ = DialogueReader.read(source, id: id, site: site, results: nil)
        case .edition(let id, .notice): _ = PageReader.notice(source, edition: id, site: site)
        case .edition(_, .plan): _ = PageReader.plan(source, site: site)
        case .edition(let id, .form): _ = FormReader.registration(source, edition: id, site: site).read()
        case .edition(_, .results): _ = PageReader.results(source, site: site)
        case .feedbackForm: _ = FormReader.feedback(source, site: site).read()
        case .answer(let slug, let series):
            _ = AnswerReader(source: source, slug: slug, series: series, site: site, words: { $0 })
                .read(digest: "")
        case nil: source.report(.unexpectedFile(like: nil))
        }
        return inspection.diagnostics(on: today)
    }
}
