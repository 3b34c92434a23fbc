package import Domain
package import Foundation

/// Makes the documents to download of an edition: plan and blank form, each as PDF and as DOCX.
package struct DocumentsMaker: Sendable {
    private let renderers: [any PaperRenderer]

    /// - Parameter renderers: In the order the files are offered.
    package init(renderers: [any PaperRenderer]) {
        self.renderers = renderers
    }

    /// - Parameters:
    ///   - themeDirectory: The theme; templates are in its folder `documents`.
    ///   - cacheDirectory: Kept between builds, so that an unchanged site starts no engine; may be emptied.
    ///   - engine: See ``TypstEngine/located(root:searchPath:)``.
    package init(themeDirectory: URL, cacheDirectory: URL, engine: TypstEngine) throws(DocumentsError) {
        let templates = try DocumentTemplates(directory: themeDirectory.appending(path: "documents"))
        let cache = DocumentCache(directory: cacheDirectory.appending(path: "documents"))
        self.init(renderers: [PDFRenderer(engine: engine, templates: templates, cache: cache), WordRenderer()])
    }

    /// Plan, then form; of each the PDF, then the DOCX.
    package func makeAll(edition: Edition, site: Site) throws(DocumentsError) -> [MadeDocument] {
        let id = edition.dialogue.id
        let plan = Paper.plan(edition.plan, of: edition.dialogue, site: site)
        let form = try Paper.form(edition.form, of: edition.dialogue, site: site)
        return try make(.plan, plan, name: "ke-hoach-doi-thoai-\(id)")
            + make(.form, form, name: "phieu-dang-ky-doi-thoai-\(id)")
    }

    private func make(
        _ subject: MadeDocument.Subject, _ paper: Paper, name: String
    ) throws(DocumentsError) -> [MadeDocument] {
        var made: [MadeDocument] = []
        for renderer in renderers {
            let rendered = try renderer.render(paper, name: name)
            made.append(
                MadeDocument(
                    subject: subject, name: "\(name).\(renderer.format.rawValue)", title: paper.title,
                    format: renderer.format, bytes: rendered.bytes, pages: rendered.pages ?? made.first?.pages,
                    plainText: "\(paper.title)\n\(paper.plainText)"))
        }
        return made
    }
}
