/// A theme with the frame that stands around all pages of a site, made ready once.
///
/// Wherever the chrome alone decides what a template shows, it is written into the template beforehand: head, header
/// and foot of a page then cost no more than copying their bytes.
package struct FramedTheme: Sendable {
    private let theme: Theme
    private let frame: Frame
    private let programs: [String: Program]

    package init(_ theme: Theme, _ chrome: Chrome) {
        self.theme = theme
        frame = Frame(chrome)
        programs = theme.programs.mapValues { [frame] in $0.filled(with: frame.values) }
    }

    /// A page in its frame, in UTF-8.
    ///
    /// - Parameter content: The page's own values; none may be called like one of the layout.
    /// - Throws: An unknown template; names nobody gave a value for; mark-up where text belongs, and the reverse.
    package func render(
        _ template: String, _ page: PageHead, _ content: [String: ThemeValue]
    ) throws(ThemeError) -> [UInt8] {
        let head = frame.head(of: page)
        assert(
            content.keys.allSatisfy { frame.values[$0] == nil && head[$0] == nil },
            "a value of a page is called like one of the layout")
        return try theme.run(programs[template], template, Rendering.Values(content, head, frame.values))
    }
}

/// The values of the layout, those that no page changes made once.
struct Frame: Sendable {
    let values: [String: ThemeValue]
    private let chrome: Chrome
    /// The main items as on a page that is none of them, by the item the page belongs to; empty for none.
    private let navigations: [String: ThemeValue]
    /// The feeds of every page.
    private let feeds: ThemeValue

    init(_ chrome: Chrome) {
        self.chrome = chrome
        values = chrome.frame
        feeds = Self.links(chrome.feeds)
        let sections = chrome.nav.map(\.href) + [""]
        navigations = Dictionary(sections.map { ($0, chrome.navigation(page: nil, section: $0)) }) { first, _ in first }
    }

    /// What the layout shows of one page.
    func head(of page: PageHead) -> ThemeRecord {
        [
            "page-title": .text(page.title),
            "description": .text(page.description),
            "canonical": (page.movedTo ?? page.path).map { .text(chrome.baseURL + $0) } ?? .absent,
            "refresh": page.movedTo.map { .text($0) } ?? .absent,
            "is-article": .flag(page.isArticle),
            "locale": .text(Self.locale(page.language)),
            "feeds": page.feed.map { Self.links(chrome.feeds + [$0]) } ?? feeds,
            "owner": .text(page.owner),
            "has-note": .flag(!page.owner.isEmpty || page.updated != .absent),
            "language": .text(page.language),
            "is-foreign": .flag(page.language != "vi"),
            "is-home": .flag(page.path == "/"),
            "is-unlisted": .flag(page.isUnlisted),
            "has-errors": .flag(page.hasErrors),
            "updated": page.updated,
            "structured-html": page.structured.map { .html($0) } ?? .absent,
            "nav": navigation(page),
        ]
    }

    private func navigation(_ page: PageHead) -> ThemeValue {
        let isItem = chrome.nav.contains { $0.href == page.path }
        let section = page.current ?? ""
        return (isItem ? nil : navigations[section] ?? navigations[""])
            ?? chrome.navigation(page: page.path, section: section)
    }

    private static func links(_ links: [Chrome.Link]) -> ThemeValue { .list(links.map { .link($0.label, $0.href) }) }

    /// Open Graph wants a country as well.
    private static func locale(_ language: String) -> String {
        switch language {
        case "vi": "vi_VN"
        case "en": "en_GB"
        default: language
        }
    }
}
