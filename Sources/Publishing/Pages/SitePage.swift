import Domain
import Foundation
import Theme

/// One page of the site: an address, a template and the values for it.
struct SitePage: Sendable {
    /// The site path, ending in `/`, or the path of a file.
    var path: String
    var template: String
    /// The title, also the page's `h1` where the template does not say otherwise.
    var title: String
    var description = ""
    /// The `href` of the main item it belongs to.
    var section: String?
    var language = "vi"
    /// When it was brought up to date, as the foot shows it.
    var updated: ThemeValue = .absent
    /// The division that keeps it true, for the foot; empty for none.
    var owner = ""
    /// Words of their own rather than a list, a form or a way on.
    var isArticle = false
    /// A feed of what this page lists.
    var feed: Chrome.Link?
    /// The site path that took this page's place: readers are sent there.
    var movedTo: String?
    /// The same as a day, for the site map; a page without one is left out there.
    var modified: CivilDate?
    /// Kept out of search engines and the site map.
    var isUnlisted = false
    /// The pages above this one, home included; nothing for a page without crumbs.
    var crumbs: [Chrome.Link]?
    var facts: [LinkedData.Value] = []
    /// The file of the checkout it was mainly made from.
    var source: String?
    var values: [String: ThemeValue]

    /// The file in the released tree of the page at `path`.
    static func file(_ path: String) -> String {
        path.hasSuffix("/") ? "site\(path)index.html" : "site\(path)"
    }

    /// The page as HTML in its frame.
    func render(in frame: PageFrame) throws -> ReleasedFile {
        var values = values
        var facts = facts
        if let crumbs {
            values["crumbs"] = .list(crumbs.map { .link($0.label, $0.href) })
            if !crumbs.isEmpty {
                let trail = crumbs.map { (label: $0.label, path: Optional($0.href)) } + [(title, nil)]
                facts.append(LinkedData.breadcrumbs(trail, baseURL: frame.chrome.baseURL))
            }
        }
        if values["heading"] == nil { values["heading"] = .heading(title) }
        let hasAddress = !path.hasPrefix("/loi/") && path != "/404.html"
        let head = PageHead(
            title: title, description: description, path: hasAddress ? path : nil, current: section,
            language: language, isUnlisted: isUnlisted || !hasAddress, updated: updated, owner: owner,
            isArticle: isArticle, feed: feed, movedTo: movedTo, structured: LinkedData.element(facts))
        let html = try frame.pages.render(template, head, values)
        return ReleasedFile(path: Self.file(path), bytes: Data(html), source: source)
    }
}
