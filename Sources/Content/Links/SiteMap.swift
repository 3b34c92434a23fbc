import Domain
import Foundation

/// The addresses of the portal that content may link to, and the texts that link.
struct SiteMap {
    /// A page at an address.
    struct Target {
        /// The anchors of its headings; nothing for a page the portal makes itself.
        var anchors: Set<String>?
        var published: Date?
        var isIllustration = false
    }

    /// A text with its links.
    struct Text {
        var path: String
        var source: SourceFile
        var links: [Passage.Link]
    }

    private(set) var targets: [String: Target] = [:]
    private(set) var texts: [Text] = []

    /// Pages the portal makes itself.
    init() {
        for path in ["/", "/tra-cuu/", "/tim-kiem/", "/so-tiep-nhan/", "/phan-anh/"] { targets[path] = Target() }
    }

    /// Whether a standing page cannot have this address: another page has it, or pages of the portal stand below it.
    func isTaken(_ path: String) -> Bool {
        targets[path] != nil || ["/doi-thoai/", "/thong-bao/", "/linh-vuc/", "/gui/"].contains(path)
    }

    mutating func addSubjects(of site: Site?) {
        for subject in site?.subjects ?? [] { targets["/linh-vuc/\(subject.slug)/"] = Target() }
    }

    /// The pages every edition has, whatever its files say.
    mutating func addEdition(_ id: String) {
        targets["/thong-bao/doi-thoai-\(id)/"] = Target()
        for page in ["", "ke-hoach/", "phieu-dang-ky/", "dang-ky/"] { targets["/doi-thoai/\(id)/\(page)"] = Target() }
    }

    mutating func add(
        _ path: String, _ source: SourceFile, _ passage: Passage, published: Date? = nil, isIllustration: Bool = false
    ) {
        targets[path] = Target(anchors: passage.anchors, published: published, isIllustration: isIllustration)
        texts.append(Text(path: path, source: source, links: passage.links))
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
