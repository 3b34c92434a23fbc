import Domain
import Foundation
import Testing

/// A kind of change, and how much a build may have to make because of it.
enum Edit: CaseIterable {
    case nothing
    case sameBytes
    case answerBody
    case answerTitle
    case answerAdded
    case answerRemoved
    case answerRenamed
    case answerHeldBack
    case answerApproved
    case answerWithdrawn
    case page
    case notice
    case abbreviation
    case form
    case template
    case style
    case minute
    case moment
    case figures

    /// The most pages it may make; nothing where all may be touched.
    var mostPages: Int? {
        switch self {
        case .nothing, .sameBytes, .minute: 0
        // Its own page, and the list it stands in by subject, by edition and on the first pages.
        case .answerBody: 5
        case .page: 1
        // The notice, the list of notices, the edition, and the home page.
        case .notice: 4
        // Home, results, edition, register and its list.
        case .figures: 12
        // Beside its own: all lists, the pages that lead to it, and the counts on home and subjects.
        case .answerTitle, .answerAdded, .answerRemoved, .answerRenamed, .answerHeldBack, .answerApproved,
            .answerWithdrawn:
            36
        // The form stands on two pages, and its fields in the privacy notice.
        case .form: 4
        case .abbreviation, .template, .style, .moment: nil
        }
    }

    func make(in site: EditedSite) throws {
        switch self {
        case .nothing: break
        case .sameBytes: try site.change(try pick(site, site.answers())) { $0 }
        case .answerBody: try site.change(try pick(site, site.answers())) { $0 + "\nThêm câu \(site.next()).\n" }
        case .answerTitle: try answerTitle(site)
        case .answerAdded: try answerAdded(site)
        case .answerRemoved: if try site.answers().count > 12 { try site.remove(try pick(site, site.answers())) }
        case .answerRenamed: try answerRenamed(site)
        case .answerHeldBack: try answerHeldBack(site)
        case .answerApproved: try site.addApprovedAnswer()
        case .answerWithdrawn: try answerWithdrawn(site)
        case .page:
            try site.change(try pick(site, site.files(".md", in: "content/trang"))) { $0 + "\nCâu \(site.next()).\n" }
        case .notice: try site.change("content/doi-thoai/2021/thong-bao.md") { $0 + "\nCâu \(site.next()).\n" }
        case .abbreviation:
            try site.change("content/site.yaml") {
                $0.replacing("  HTX: ", with: "  V\(site.next())X: viết tắt\n  HTX: ")
            }
        case .form:
            try site.change("content/doi-thoai/2021/phieu-dang-ky.md") { $0 + "\nCâu \(site.next()).\n" }
        case .template:
            let path = try pick(site, site.files(".mustache", in: "theme/pages"))
            try site.change(path) { $0 + "<!-- \(site.next()) -->\n" }
        case .style: try site.change("theme/styles/base.css") { $0 + "\n.x\(site.next()) { color: red; }\n" }
        case .minute: site.now += 60
        case .moment: try moment(site)
        case .figures: try figures(site)
        }
    }

    private func pick(_ site: EditedSite, _ paths: [String]) throws -> String {
        try #require(paths.randomElement(using: &site.chance))
    }

    private func answerTitle(_ site: EditedSite) throws {
        try site.change(try pick(site, site.answers())) {
            $0.replacing("title: ", with: "title: Đổi \(site.next()) ", maxReplacements: 1)
        }
    }

    private func answerAdded(_ site: EditedSite) throws {
        let path = try pick(site, site.answers().filter { !$0.contains("/duyet-") })
        let text = try site.text(path)
        let number = site.next()
        try site.write(
            text.replacing("title: ", with: "title: Câu \(number), ", maxReplacements: 1),
            to: path.replacing(".md", with: "-\(number).md"))
    }

    private func answerRenamed(_ site: EditedSite) throws {
        let path = try pick(site, site.answers())
        let text = try site.text(path)
        try site.remove(path)
        let name = path.split(separator: "-").dropLast(Int.random(in: 0...1, using: &site.chance)).joined(
            separator: "-")
        try site.write(text, to: name.replacing(".md", with: "") + "-ten-\(site.next()).md")
    }

    /// Its day of publication moves, perhaps past the present.
    private func answerHeldBack(_ site: EditedSite) throws {
        let day = Int.random(in: 10...28, using: &site.chance)
        try site.change(try pick(site, site.answers())) { text in
            text.split(separator: "\n", omittingEmptySubsequences: false)
                .map { $0.hasPrefix("published: ") ? "published: \(day)/12/2021 08:00" : String($0) }
                .joined(separator: "\n")
        }
    }

    private func answerWithdrawn(_ site: EditedSite) throws {
        let standing = site.approvals.filter { $0.value.withdrawnAt == nil }.keys.sorted { "\($0)" < "\($1)" }
        guard let matter = standing.randomElement(using: &site.chance) else { return try site.addApprovedAnswer() }
        site.approvals[matter]?.withdrawnAt = try SamplePublication.instant("2021-12-02T08:00")
    }

    private func moment(_ site: EditedSite) throws {
        let moments = [
            "2021-11-06T09:00", "2021-11-10T09:00", "2021-11-22T09:00", "2021-12-06T09:00", "2022-12-20T09:00",
        ]
        site.now = try SamplePublication.instant(try #require(moments.randomElement(using: &site.chance)))
    }

    /// Balanced, with some lines more than last time.
    private func figures(_ site: EditedSite) throws {
        var figures = try SamplePublication.figures()
        let count = site.next() * 7
        let first = try #require(figures.series.first?.entries.first)
        figures.series[0].entries = (1...count).map {
            SeriesFigures.Entry(
                number: RegisterNumber(series: first.number.series, number: $0), day: first.day, state: .received)
        }
        figures.series[0].registrationsByChannel = [.portal: count]
        site.figures = figures
    }
}
