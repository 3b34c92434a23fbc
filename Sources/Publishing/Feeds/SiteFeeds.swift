import Domain
import Foundation

/// The feeds and calendars of a release.
struct SiteFeeds {
    let maker: PageMaker

    static let mainPath = "/cap-nhat.atom"

    private var view: PublicView { maker.view }
    private var site: Site { maker.site }

    /// One feed of everything, one for each subject.
    func atom() -> [Product] {
        let main = FeedProduct(
            context: maker.context, title: "\(site.title) – \(site.agency.fullName)", path: SiteFeeds.mainPath,
            page: "/",
            items: notices + results + newest(view.answers), fallback: fallback)
        let subjects = site.subjects.map { subject in
            FeedProduct(
                context: maker.context, title: "\(site.title): \(subject.name)", path: subject.feedPath,
                page: subject.path, items: newest(view.answers(on: subject)), fallback: fallback)
        }
        return ([main] + subjects).map(\.product)
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

    private var fallback: Date {
        view.editions.first?.schedule.announced
            ?? view.pages.map(\.updated).max()?.start ?? Date(timeIntervalSince1970: 0)
    }

    private var notices: [FeedProduct.Item] {
        view.editions.compactMap { edition in
            edition.notice.map { page in
                item(page, path: edition.noticePath, published: page.published ?? edition.schedule.announced)
            }
        }
    }

    private var results: [FeedProduct.Item] {
        view.editions.compactMap { edition in
            edition.results.map { report in
                item(
                    report.page, path: edition.resultsPath,
                    published: report.page.published ?? report.page.updated.start)
            }
        }
    }

    private func item(_ page: Page, path: String, published: Date) -> FeedProduct.Item {
        .page(
            AtomFeed.Entry(
                title: page.title, path: path, published: published, updated: max(published, page.updated.start),
                summary: page.description, html: nil, category: ""))
    }

    /// Answers come newest first; a feed needs no more of them than it shows.
    private func newest(_ answers: [Answer]) -> [FeedProduct.Item] {
        answers.prefix(AtomFeed.limit).map(FeedProduct.Item.answer)
    }
}

extension FiguresData {
    static let jsonPath = "/so-tiep-nhan/so-lieu.json"
    static let csvPath = "/so-tiep-nhan/so-lieu.csv"

    static func csvPath(_ series: Series) -> String { "/so-tiep-nhan/\(series.id).csv" }
}
