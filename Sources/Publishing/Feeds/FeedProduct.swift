import Domain
import Foundation

/// A feed before it is written: its newest items, each by what it is made of.
struct FeedProduct: InContext {
    /// What an entry is made of.
    enum Item: Sendable {
        /// A page shows its summary only.
        case page(AtomFeed.Entry)
        case answer(Answer)

        var path: String {
            switch self {
            case .page(let entry): entry.path
            case .answer(let answer): answer.path
            }
        }

        var updated: Date {
            switch self {
            case .page(let entry): entry.updated
            case .answer(let answer): answer.published
            }
        }
    }

    let context: PageContext
    let title: String
    /// The site path of the feed itself.
    let path: String
    /// The site path of the page that lists the same.
    let page: String
    /// Newest first, as many as a feed shows.
    let items: [Item]
    /// The feed's own time when it has no items yet.
    let fallback: Date

    init(context: PageContext, title: String, path: String, page: String, items: [Item], fallback: Date) {
        self.context = context
        self.title = title
        self.path = path
        self.page = page
        let sorted = items.sorted { ($1.updated, $0.path) < ($0.updated, $1.path) }
        self.items = Array(sorted.prefix(AtomFeed.limit))
        self.fallback = fallback
    }

    var product: Product {
        var key = KeyWriter("feed")
        key.add(context.digest)
        key.add(title)
        key.add(path)
        key.add(page)
        key.add(items) { $0.add($1) }
        key.add(fallback)
        return Product(path: "site" + path, key: key.key) { ReleasedFile(path: "site" + path, text: try text()) }
    }

    private func text() throws -> String {
        try AtomFeed(title: title, path: path, page: page, site: site, entries: items.map(entry), fallback: fallback)
            .text()
    }

    private func entry(_ item: Item) throws -> AtomFeed.Entry {
        switch item {
        case .page(let entry): entry
        case .answer(let answer): try entry(answer)
        }
    }

    private func entry(_ answer: Answer) throws -> AtomFeed.Entry {
        let text = try answer.text()
        var prose = ProseHTML(site: site)
        let question = Prose(
            blocks: [.quote(text.question.split(separator: "\n").map { .paragraph([.text(String($0))]) })])
        return AtomFeed.Entry(
            title: answer.isIllustration ? "[minh họa] \(answer.title)" : answer.title, path: answer.path,
            published: answer.published, updated: answer.published, summary: answer.summary,
            html: prose.render(question) + prose.render(text.body), category: subjectName(answer.subject))
    }
}

extension KeyWriter {
    fileprivate mutating func add(_ item: FeedProduct.Item) {
        switch item {
        case .answer(let answer):
            add("answer")
            add(answer)
        case .page(let entry):
            add("page")
            for text in [entry.title, entry.path, entry.summary, entry.html ?? "", entry.category] { add(text) }
            add(entry.html != nil)
            add(entry.published)
            add(entry.updated)
        }
    }
}
