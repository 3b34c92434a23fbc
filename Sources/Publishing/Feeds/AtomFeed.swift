import Domain
import Foundation

/// A list of what is new, for feed readers.
///
/// Source: RFC 4287.
struct AtomFeed {
    /// Entries a feed shows: no feed grows with the site.
    static let limit = 50

    struct Entry: Hashable, Sendable {
        var title: String
        /// The site path of its page.
        var path: String
        var published: Date
        var updated: Date
        var summary: String
        /// The page's text as HTML; nothing when the summary is all.
        var html: String?
        /// A subject's name; empty for none.
        var category: String
    }

    var title: String
    /// The site path of the feed itself, such as `/cap-nhat.atom`.
    var path: String
    /// The site path of the page that lists the same.
    var page: String
    var site: Site
    /// Newest first.
    var entries: [Entry]
    /// The feed's own time when it has no entries yet.
    var fallback: Date

    /// The feed as XML.
    func text() -> String {
        let updated = entries.map(\.updated).max() ?? fallback
        var lines = [
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"vi\">",
            "<title>\(XML.escape(title))</title>",
            "<id>\(address(path))</id>",
            "<link rel=\"self\" type=\"application/atom+xml\" href=\"\(address(path))\"/>",
            "<link rel=\"alternate\" type=\"text/html\" href=\"\(address(page))\"/>",
            "<updated>\(VietnameseDate.machine(updated))</updated>",
            "<author><name>\(XML.escape(site.agency.fullName))</name></author>",
        ]
        for entry in entries.prefix(AtomFeed.limit) { lines += self.lines(of: entry) }
        return lines.joined(separator: "\n") + "\n</feed>\n"
    }

    private func lines(of entry: Entry) -> [String] {
        var lines = [
            "<entry>",
            "<title>\(XML.escape(entry.title))</title>",
            "<id>\(address(entry.path))</id>",
            "<link rel=\"alternate\" type=\"text/html\" href=\"\(address(entry.path))\"/>",
            "<published>\(VietnameseDate.machine(entry.published))</published>",
            "<updated>\(VietnameseDate.machine(entry.updated))</updated>",
        ]
        if !entry.category.isEmpty { lines.append("<category term=\"\(XML.escape(entry.category))\"/>") }
        if !entry.summary.isEmpty { lines.append("<summary>\(XML.escape(entry.summary))</summary>") }
        if let html = entry.html {
            lines.append("<content type=\"html\" xml:base=\"\(address(entry.path))\">\(XML.escape(html))</content>")
        }
        return lines + ["</entry>"]
    }

    private func address(_ path: String) -> String { XML.escape(site.baseURL + path) }
}
