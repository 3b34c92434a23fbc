import Domain

/// What the layout shows of one page.
package struct PageHead: Sendable, Hashable {
    package var title: String
    /// One sentence for search engines; empty for none.
    package var description: String
    /// The site path of the page; nothing for pages without an address of their own (errors, the form service).
    package var path: String?
    /// The `href` of the main item the page belongs to.
    package var current: String?
    /// A language tag of the page's own words (BCP 47).
    package var language: String
    /// Keeps the page out of search engines.
    package var isUnlisted: Bool
    /// The title starts with «Lỗi:».
    package var hasErrors: Bool
    /// When the page was brought up to date, as ``ThemeValue/time(_:)`` or ``ThemeValue/day(_:)``.
    package var updated: ThemeValue
    /// Who keeps the page true; empty for none.
    package var owner: String
    /// Words of their own rather than a list, a form or a way on: for those who show a link to it.
    package var isArticle: Bool
    /// A feed of this page's own, beside those of every page.
    package var feed: Chrome.Link?
    /// The site path that took this page's place: the reader is sent there.
    package var movedTo: String?
    /// A whole `<script type="application/ld+json">`, a data block; nothing for none.
    package var structured: String?

    package init(
        title: String, description: String = "", path: String? = nil, current: String? = nil, language: String = "vi",
        isUnlisted: Bool = false, hasErrors: Bool = false, updated: ThemeValue = .absent, owner: String = "",
        isArticle: Bool = false, feed: Chrome.Link? = nil, movedTo: String? = nil, structured: String? = nil
    ) {
        self.title = title
        self.description = description
        self.path = path
        self.current = current
        self.language = language
        self.isUnlisted = isUnlisted
        self.hasErrors = hasErrors
        self.updated = updated
        self.owner = owner
        self.isArticle = isArticle
        self.feed = feed
        self.movedTo = movedTo
        self.structured = structured
    }
}

extension Chrome {
    /// The main items, as seen from a page or from a section of the site.
    func navigation(page: String?, section: String?) -> ThemeValue {
        .list(
            nav.map { link in
                let isPage = page == link.href
                return [
                    "label": .text(link.label), "href": .text(link.href), "is-page": .flag(isPage),
                    "is-section": .flag(!isPage && section == link.href),
                ]
            })
    }

    /// The values that no page changes.
    var frame: [String: ThemeValue] {
        [
            "site-title": .text(siteTitle),
            "site-address": .text(baseURL),
            "agency-name": .text(agency.name),
            "agency-full-name": .text(agency.fullName),
            "agency-heading": .heading(agency.fullName),
            "agency-parent": .text(agency.parent),
            "agency-address": .text(agency.address),
            "agency-email": .text(agency.email),
            "agency-telephone": .text(agency.telephone),
            "agency-hours": .text(agency.officeHours),
            "footer": .list(
                footer.enumerated().map { index, group in
                    [
                        "id": .text("chan-\(index + 1)"), "heading": .text(group.heading),
                        "links": .list(group.links.map { .link($0.label, $0.href) }),
                    ]
                }),
            "banner": banner.map { ["heading": .text($0.heading), "text": .text($0.text)] } ?? .absent,
            "asset-stylesheet": .text(assets.stylesheet),
            "asset-script": .text(assets.script),
            "preview-script": previewScript.map { .text($0) } ?? .absent,
            "asset-icons": .text(assets.icons),
            "asset-emblem": .text(assets.emblem),
            "asset-favicon": .text(assets.favicon),
            "asset-picture": .text(assets.picture),
            "to-lookup": .text(places.lookup),
            "to-feedback": .text(places.feedback),
            "to-questions": .text(places.questions),
            "to-register": .text(places.register),
            "to-privacy": .text(places.privacy),
            "to-contact": .text(places.contact),
        ]
    }
}
