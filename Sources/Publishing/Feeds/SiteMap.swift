import Domain

/// What search engines are told: which pages there are, and which addresses are not for them.
struct SiteMap: Sendable {
    struct Entry: Hashable, Sendable {
        /// The site path.
        var path: String
        var updated: CivilDate?
    }

    var baseURL: String
    var entries: [Entry]

    /// Both files.
    func products(isRehearsal: Bool) -> [Product] {
        var key = KeyWriter("site map")
        key.add(baseURL)
        key.add(entries) { writer, entry in
            writer.add(entry.path)
            writer.add(entry.updated) { $0.add($1) }
        }
        return [
            Product(path: "site/sitemap.xml", key: key.key) { ReleasedFile(path: "site/sitemap.xml", text: text()) },
            Product(ReleasedFile(path: "site/robots.txt", text: robots(isRehearsal: isRehearsal))),
        ]
    }

    /// The site map, by address.
    ///
    /// Source: sitemaps.org protocol 0.9.
    func text() -> String {
        var lines = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">",
        ]
        for entry in entries.sorted(by: { $0.path < $1.path }) {
            let day = entry.updated.map { "<lastmod>\(VietnameseDate.machine($0))</lastmod>" } ?? ""
            lines.append("<url><loc>\(XML.escape(baseURL + entry.path))</loc>\(day)</url>")
        }
        return lines.joined(separator: "\n") + "\n</urlset>\n"
    }

    /// Rules for robots; a rehearsal is nobody's business.
    ///
    /// Source: RFC 9309.
    func robots(isRehearsal: Bool) -> String {
        if isRehearsal { return "User-agent: *\nDisallow: /\n" }
        return "User-agent: *\nDisallow: /gui/\n\nSitemap: \(baseURL)/sitemap.xml\n"
    }
}
