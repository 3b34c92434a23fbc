import Cryptography
import Domain
import Theme

/// A page of the site before it is built: its address, what the site map says of it, and its key.
struct PageProduct: Sendable {
    let path: String
    /// For the site map; a page without one is left out there.
    let modified: CivilDate?
    /// Kept out of search engines and the site map.
    let isUnlisted: Bool
    /// Of all that the page is made of, without the frame around it.
    let key: SHA256Digest
    /// Builds the page; only when its key is new.
    let page: @Sendable () throws -> SitePage

    /// A page that is built on demand.
    ///
    /// - Parameters:
    ///   - key: Has to cover all that `page` closes over.
    ///   - page: Gives a page with this path and this day.
    init(
        path: String, modified: CivilDate?, isUnlisted: Bool = false, key: KeyWriter,
        page: @escaping @Sendable () throws -> SitePage
    ) {
        self.path = path
        self.modified = modified
        self.isUnlisted = isUnlisted
        self.key = key.key
        self.page = page
    }

    /// A page that was built already: its key is the digest of the whole value.
    init(_ page: SitePage) {
        var key = KeyWriter("page")
        page.write(to: &key)
        self.init(path: page.path, modified: page.modified, isUnlisted: page.isUnlisted, key: key) { page }
    }

    /// The file of the page in its frame.
    func product(in frame: PageFrame) -> Product {
        var key = KeyWriter("framed")
        key.add(frame.digest)
        key.add(self.key)
        let page = page
        return Product(path: SitePage.file(path), key: key.key) { try page().render(in: frame) }
    }
}

/// The theme and what stands around every page.
struct PageFrame: Sendable {
    let theme: Theme
    let chrome: Chrome
    /// The two put together.
    let pages: FramedTheme
    /// Of both.
    let digest: SHA256Digest

    init(theme: Theme, chrome: Chrome) throws {
        self.theme = theme
        self.chrome = chrome
        pages = FramedTheme(theme, chrome)
        var key = KeyWriter("frame")
        key.add(theme.sources.sorted { $0.key < $1.key }) { writer, source in
            writer.add(source.key)
            writer.add(source.value)
        }
        try key.add(encoding: chrome)
        digest = key.key
    }
}
