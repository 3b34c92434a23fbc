import Domain
import Foundation
import Theme

/// Every file of a release, made one after the other in a fixed order.
struct SiteFiles {
    let view: PublicView
    let theme: Theme
    let assets: SiteAssets

    /// Hands over each file as it is made, so that a large site never stands in memory whole.
    func forEach(_ body: (ReleasedFile) throws -> Void) throws {
        let maker = PageMaker(view: view, templateIDs: Self.ids(in: theme))
        let chrome = maker.chrome(assets: assets.paths)
        let pages = try pages(maker)
        for page in pages { try body(try page.render(theme, chrome)) }
        let feeds = SiteFeeds(maker: maker)
        for file in try feeds.atom() { try body(file) }
        for file in try feeds.figures() { try body(file) }
        for edition in view.editions {
            try body(feeds.calendar(edition))
            for document in edition.documents { try body(released(document, of: edition)) }
        }
        try body(ReleasedFile(path: "site/sitemap.xml", text: siteMap(pages).text()))
        try body(ReleasedFile(path: "site/robots.txt", text: siteMap(pages).robots(isRehearsal: view.isRehearsal)))
        for file in assets.files { try body(file) }
        for file in try ServiceFiles(view: view, chrome: chrome, theme: theme).files() { try body(file) }
    }

    /// Every id that is written out in a template.
    private static func ids(in theme: Theme) -> Set<String> {
        let parts = theme.sources.values.flatMap { $0.split(separator: " id=\"").dropFirst() }
        return Set(parts.map { String($0.prefix { $0 != "\"" }) }.filter { !$0.contains("{") })
    }

    private func pages(_ maker: PageMaker) throws -> [SitePage] {
        var pages = [maker.home(), maker.noticeList(), maker.editionList(), maker.subjectList(), maker.questionIndex()]
        for edition in view.editions {
            pages += [maker.edition(edition), maker.paperForm(edition), maker.onlineForm(edition)]
            pages += [maker.notice(edition), maker.plan(edition), maker.results(edition)].compactMap { $0 }
        }
        pages += view.site.subjects.map(maker.subject)
        pages += try view.answers.map(maker.answer) + view.tombstones.map(maker.withdrawn)
        pages += [maker.feedbackPage(), maker.lookupPage()] + maker.registers()
        return pages + view.pages.map(maker.standing) + maker.errors()
    }

    private func released(_ file: DownloadFile, of edition: PublicEdition) -> ReleasedFile {
        ReleasedFile(
            path: "site" + edition.path(of: file), bytes: file.bytes,
            source: "content/doi-thoai/\(edition.dialogue.id)", words: file.words)
    }

    private func siteMap(_ pages: [SitePage]) -> SiteMap {
        let listed = pages.filter { !$0.isUnlisted && $0.path.hasSuffix("/") && !$0.path.hasPrefix("/loi/") }
        return SiteMap(
            baseURL: view.site.baseURL, entries: listed.map { SiteMap.Entry(path: $0.path, updated: $0.modified) })
    }
}
