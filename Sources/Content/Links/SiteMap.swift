import Domain
import Foundation

/// The addresses of the portal that content may link to, and the texts that link.
struct SiteMap: Sendable {
    /// A page at an address.
    struct Target {
        var anchors: Anchors
        var published: Date?
        var isIllustration = false
    }

    /// What a link may name within a page.
    enum Anchors {
        case headings([String])
        /// The portal makes the page itself; its anchors are not known here.
        case generated
        /// The text is missing or could not be read, which is reported.
        case unread
    }

    /// A text with its links.
    struct Text {
        var path: String
        /// From the root of the checkout.
        var file: String
        var links: [Passage.Link]
    }

    private(set) var targets: [String: Target] = [:]
    private(set) var texts: [Text] = []
    /// Addresses that were given up, and where their pages are now.
    private(set) var former: [String: String] = [:]
    private var knowsSubjects = false

    /// Pages the portal makes itself.
    init() {
        for path in [
            "/", "/tra-cuu/", "/tim-kiem/", "/so-tiep-nhan/", "/phan-anh/", "/phan-anh/hoi-dap/", "/doi-thoai/",
            "/thong-bao/", "/linh-vuc/",
        ] {
            targets[path] = Target(anchors: .generated)
        }
    }

    /// Whether a standing page cannot have this address: another page has it, or pages of the portal stand below it.
    func isTaken(_ path: String) -> Bool {
        targets[path] != nil || path == "/gui/"
    }

    mutating func add(_ redirects: [Redirect]) {
        former = Dictionary(redirects.map { ($0.from, $0.to) }) { first, _ in first }
    }

    mutating func addSubjects(of site: Site?) {
        knowsSubjects = site?.subjects.isEmpty == false
        for subject in site?.subjects ?? [] {
            targets["/linh-vuc/\(subject.slug)/"] = Target(anchors: .generated)
        }
    }

    /// Whether a link to an address that is not here is a fault: not when the list it would be in could not be read.
    func isComplete(for path: String) -> Bool { knowsSubjects || !path.hasPrefix("/linh-vuc/") }

    /// The pages every edition has, whatever its files say.
    mutating func addEdition(_ id: String) {
        targets["/thong-bao/doi-thoai-\(id)/"] = Target(anchors: .unread)
        for page in ["ke-hoach/", "phieu-dang-ky/"] { targets["/doi-thoai/\(id)/\(page)"] = Target(anchors: .unread) }
        for page in ["", "dang-ky/", "hoi-dap/"] { targets["/doi-thoai/\(id)/\(page)"] = Target(anchors: .generated) }
    }

    /// Adds what was noted apart, of an edition.
    mutating func add(_ part: SiteMap) {
        targets.merge(part.targets) { _, own in own }
        texts += part.texts
    }

    mutating func add(
        _ path: String, _ source: SourceFile, _ passage: Passage?, published: Date? = nil, isIllustration: Bool = false
    ) {
        targets[path] = Target(
            anchors: passage.map { .headings(Array($0.anchors)) } ?? .unread, published: published,
            isIllustration: isIllustration)
        texts.append(Text(path: path, file: source.path, links: passage?.links ?? []))
    }

    /// Makes room for so many pages more.
    mutating func reserve(_ count: Int) { targets.reserveCapacity(targets.count + count) }

    mutating func add(_ answer: AnswerFacts) {
        targets[answer.address] = Target(
            anchors: answer.anchors.map { .headings($0) } ?? .unread, published: answer.card?.published,
            isIllustration: answer.card?.isIllustration ?? false)
        if !answer.links.isEmpty { texts.append(Text(path: answer.address, file: answer.path, links: answer.links)) }
    }
}

extension AnswerSeries {
    /// The address of an answer in this folder, the same as ``Answer/path``.
    func path(of slug: String) -> String {
        switch self {
        case .dialogue(let id): "/doi-thoai/\(id)/hoi-dap/\(slug)/"
        case .feedback: "/phan-anh/hoi-dap/\(slug)/"
        }
    }
}
