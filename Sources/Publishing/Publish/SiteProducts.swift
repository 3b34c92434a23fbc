import Domain
import Theme

/// Every file of a release as a product, in a fixed order: here the site is put together.
struct SiteProducts {
    private let maker: PageMaker
    private let frame: PageFrame
    private let assets: SiteAssets
    private let search: SearchData
    private let searchCache: SearchCache?

    init(view: PublicView, theme: Theme, assets: SiteAssets, searchCache: SearchCache?) throws {
        let context = try PageContext(site: view.site, lapsed: view.lapsed, theme: theme)
        maker = PageMaker(view: view, context: context)
        frame = try PageFrame(theme: theme, chrome: maker.chrome(assets: assets.paths))
        self.assets = assets
        self.searchCache = searchCache
        search = SearchData(years: view.years, abbreviations: view.site.abbreviations)
    }

    private var view: PublicView { maker.view }

    func all() throws -> [Product] {
        let pages = pages
        let feeds = SiteFeeds(maker: maker)
        // What takes longest is begun first, so that no worker is left alone with it at the end.
        var products = [search.product(searchCache)].compactMap { $0 }
        products += pages.map { $0.product(in: frame) } + feeds.atom()
        products += try OpenData(maker: maker).products()
        for edition in view.editions {
            products.append(Product(feeds.calendar(edition)))
            products += edition.documents.map {
                document($0, at: edition.path(of: $0), source: "content/doi-thoai/\(edition.dialogue.id)")
            }
        }
        products += view.feedbackDocuments.map {
            document($0, at: PageMaker.feedbackPath(of: $0), source: "content/phan-anh")
        }
        products += siteMap(pages).products(isRehearsal: view.isRehearsal)
        products += assets.files.map(Product.init)
        return products + (try ServiceFiles(view: view, context: maker.context, frame: frame).products())
    }

    private var pages: [PageProduct] {
        var few = [maker.home(), maker.noticeList(), maker.editionList(), maker.subjectList()]
        few.append(maker.search(search, script: assets.searchScript))
        for edition in view.editions {
            few += [maker.edition(edition), maker.paperForm(edition), maker.onlineForm(edition)]
            few += [maker.notice(edition), maker.plan(edition), maker.results(edition)].compactMap { $0 }
        }
        few += view.tombstones.map(maker.withdrawn)
        few += [maker.feedbackPage(), maker.lookupPage()] + maker.registers()
        few += view.pages.map(maker.standing) + maker.errors()
        let lists =
            view.editions.map(maker.editionAnswers) + view.site.subjects.map(maker.subject) + [maker.feedbackAnswers()]
            + maker.yearAnswers()
        let pages = few.map(PageProduct.init) + lists.flatMap { $0 } + maker.answers()
        return pages + maker.redirects(pages).map(PageProduct.init)
    }

    /// Documents are known by the digest of their bytes, which may stay on disk.
    private func document(_ file: DownloadFile, at address: String, source: String) -> Product {
        let path = "site" + address
        var key = KeyWriter("document")
        key.add(file.digest)
        key.add(source)
        return Product(path: path, key: key.key) {
            ReleasedFile(path: path, bytes: try file.bytes(), source: source, words: try file.words())
        }
    }

    private func siteMap(_ pages: [PageProduct]) -> SiteMap {
        let listed = pages.filter { !$0.isUnlisted && $0.path.hasSuffix("/") && !$0.path.hasPrefix("/loi/") }
        return SiteMap(
            baseURL: view.site.baseURL, entries: listed.map { SiteMap.Entry(path: $0.path, updated: $0.modified) })
    }
}
