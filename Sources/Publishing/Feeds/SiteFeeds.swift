import Domain
import Foundation

/// The feeds, calendars and data files of a release.
struct SiteFeeds {
    let maker: PageMaker

    static let mainPath = "/cap-nhat.atom"

    private var view: PublicView { maker.view }
    private var site: Site { maker.site }

    /// One feed of everything, one for each subject.
    func atom() throws -> [ReleasedFile] {
        let all = try (notices + results + view.answers.map(entry)).sorted {
            ($1.updated, $0.path) < ($0.updated, $1.path)
        }
        let main = AtomFeed(
            title: "\(site.title) – \(site.agency.fullName)", path: SiteFeeds.mainPath, page: "/", site: site,
            entries: all, fallback: fallback)
        let subjects = try site.subjects.map { subject in
            try AtomFeed(
                title: "\(site.title): \(subject.name)", path: subject.path + "cap-nhat.atom", page: subject.path,
                site: site, entries: view.answers(on: subject).map(entry), fallback: fallback)
        }
        return ([main] + subjects).map { ReleasedFile(path: "site" + $0.path, text: $0.text()) }
    }

    /// `/doi-thoai/<id>/lich.ics`.
    func calendar(_ edition: PublicEdition) -> ReleasedFile {
        let dialogue = edition.dialogue
        let address = site.baseURL + edition.calendarPath
        let place = dialogue.mode == .online ? "" : "\(dialogue.place), \(site.agency.address)"
        let url = site.baseURL + edition.readingPath
        let conference = CalendarFile.Event(
            uid: address + "#hoi-nghi", begins: edition.schedule.conference, title: dialogue.title, place: place,
            description: "Chủ trì: \(dialogue.chair). Hình thức: \(dialogue.mode.label.lowercased()).", url: url)
        let closing = CalendarFile.Event(
            uid: address + "#han-gui-phieu", begins: edition.schedule.closes,
            title: "Hạn gửi phiếu: \(dialogue.shortTitle.lowercasedFirst)", place: "",
            description: "Điền phiếu: \(site.baseURL)\(edition.formPath)", url: site.baseURL + edition.formPath)
        let calendar = CalendarFile(
            title: dialogue.shortTitle, stamp: edition.schedule.announced, events: [conference, closing])
        return ReleasedFile(
            path: "site" + edition.calendarPath, text: calendar.text(),
            source: "content/doi-thoai/\(dialogue.id)/dialogue.yaml")
    }

    /// The figures as JSON and CSV, beside the public register.
    func figures() throws -> [ReleasedFile] {
        let json = ReleasedFile(
            path: "site" + FiguresData.jsonPath, bytes: try FiguresData(figures: view.figures).json())
        return [json]
            + maker.registerSeries.map {
                ReleasedFile(path: "site" + FiguresData.csvPath($0.series), text: FiguresData.csv($0))
            }
    }

    private var fallback: Date {
        view.editions.first?.schedule.announced
            ?? view.pages.map(\.updated).max()?.start ?? Date(timeIntervalSince1970: 0)
    }

    private var notices: [AtomFeed.Entry] {
        view.editions.compactMap { edition in
            edition.notice.map { page in
                entry(page, path: edition.noticePath, published: page.published ?? edition.schedule.announced)
            }
        }
    }

    private var results: [AtomFeed.Entry] {
        view.editions.compactMap { edition in
            edition.results.map { report in
                entry(
                    report.page, path: edition.resultsPath,
                    published: report.page.published ?? report.page.updated.start)
            }
        }
    }

    private func entry(_ page: Page, path: String, published: Date) -> AtomFeed.Entry {
        AtomFeed.Entry(
            title: page.title, path: path, published: published, updated: max(published, page.updated.start),
            summary: page.description, html: nil, category: "")
    }

    private func entry(_ answer: Answer) throws -> AtomFeed.Entry {
        let text = try answer.text()
        var prose = ProseHTML(site: site)
        let question = Prose(
            blocks: [.quote(text.question.split(separator: "\n").map { .paragraph([.text(String($0))]) })])
        return AtomFeed.Entry(
            title: answer.isIllustration ? "[minh họa] \(answer.title)" : answer.title, path: answer.path,
            published: answer.published, updated: answer.published, summary: answer.summary,
            html: prose.render(question) + prose.render(text.body), category: maker.subjectName(answer.subject))
    }
}

extension FiguresData {
    static let jsonPath = "/so-tiep-nhan/so-lieu.json"

    static func csvPath(_ series: Series) -> String { "/so-tiep-nhan/\(series.id).csv" }
}
