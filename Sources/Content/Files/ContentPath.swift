import Domain

/// What a path under `content/` stands for.
enum ContentPath: Hashable {
    case site
    case office
    case redirects
    case page(slug: String)
    case edition(id: String, EditionFile)
    case answer(slug: String, series: AnswerSeries)
    case feedbackForm

    /// The fixed files of an edition's folder.
    enum EditionFile: String, CaseIterable {
        case dialogue = "dialogue.yaml"
        case notice = "thong-bao.md"
        case plan = "ke-hoach.md"
        case form = "phieu-dang-ky.md"
        case results = "ket-qua.md"

        /// What it holds, for the message that it is missing; nothing when it may be missing.
        var required: String? {
            switch self {
            case .dialogue: "các mốc, nơi họp, hình thức của đợt"
            case .notice: "thông báo"
            case .plan: "kế hoạch"
            case .form: "mẫu phiếu đăng ký"
            case .results: nil
            }
        }
    }

    /// - Parameter path: From the root of the checkout.
    init?(_ path: String) {
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
        guard parts.first == "content", let last = parts.last else { return nil }
        let slug = last.hasSuffix(".md") ? String(last.dropLast(3)) : nil
        switch (parts.count, parts.dropFirst().first, slug) {
        case (2, "site.yaml", _): self = .site
        case (2, "office.yaml", _): self = .office
        case (2, "chuyen-huong.yaml", _): self = .redirects
        case (3, "trang", let slug?): self = .page(slug: slug)
        case (3, "phan-anh", "phieu"): self = .feedbackForm
        case (4, "phan-anh", let slug?) where parts[2] == "hoi-dap":
            self = .answer(slug: slug, series: .feedback)
        case (5, "doi-thoai", let slug?) where parts[3] == "hoi-dap":
            self = .answer(slug: slug, series: .dialogue(parts[2]))
        case (4, "doi-thoai", _):
            guard let file = EditionFile(rawValue: last) else { return nil }
            self = .edition(id: parts[2], file)
        default: return nil
        }
    }

    /// The edition it belongs to.
    var edition: String? {
        switch self {
        case .edition(let id, _), .answer(_, .dialogue(let id)): id
        default: nil
        }
    }

    /// The part that becomes an address and so has to be ASCII.
    var slug: String? {
        switch self {
        case .page(let slug), .answer(let slug, _): slug
        case .edition(let id, _): id
        case .site, .office, .redirects, .feedbackForm: nil
        }
    }
}

extension ContentPath {
    /// From the root of the checkout.
    var path: String {
        switch self {
        case .site: "content/site.yaml"
        case .office: "content/office.yaml"
        case .redirects: "content/chuyen-huong.yaml"
        case .page(let slug): "content/trang/\(slug).md"
        case .edition(let id, let file): "content/doi-thoai/\(id)/\(file.rawValue)"
        case .answer(let slug, .feedback): "content/phan-anh/hoi-dap/\(slug).md"
        case .answer(let slug, .dialogue(let id)): "content/doi-thoai/\(id)/hoi-dap/\(slug).md"
        case .feedbackForm: "content/phan-anh/phieu.md"
        }
    }
}
