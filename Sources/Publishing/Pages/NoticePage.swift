import Domain
import Foundation
import Theme

extension PageMaker {
    /// `/thong-bao/`: all notices, newest first.
    func noticeList() -> SitePage {
        let items = view.editions.compactMap { edition in edition.notice.map { (edition, $0) } }
        return SitePage(
            path: PageMaker.notices.href, template: "pages/danh-sach", title: "Thông báo",
            description: "Thông báo của Sở về các đợt đối thoại.", section: PageMaker.notices.href,
            updated: items.first.map { .day($0.1.updated) } ?? .absent, owner: keeper,
            modified: items.map(\.1.updated).max(),
            crumbs: [PageMaker.home],
            values: [
                "lead": .text("Thông báo về các đợt đối thoại, mới nhất trước."),
                "items": .list(
                    items.map { edition, notice in
                        [
                            "title": .text(notice.title), "href": .text(edition.noticePath),
                            "text": .text(notice.description),
                            "before": "Đăng", "time": .day(CivilDate(of: day(of: notice, in: edition))),
                            "badge": .badge(edition.phase),
                        ]
                    }),
            ])
    }

    /// `/thong-bao/doi-thoai-<id>/`: the notice with its facts and downloads.
    func notice(_ edition: PublicEdition) -> SitePage? {
        guard let notice = edition.notice else { return nil }
        let dialogue = edition.dialogue
        let schedule = edition.schedule
        var prose = self.prose()
        let mode = [dialogue.mode.label + ".", dialogue.onlineFallback].filter { !$0.isEmpty }.joined(separator: " ")
        return SitePage(
            path: edition.noticePath, template: "pages/thong-bao", title: notice.title,
            description: notice.description, section: PageMaker.notices.href, updated: .day(notice.updated),
            owner: divisionName(notice.owner), isArticle: true, modified: notice.updated,
            crumbs: [PageMaker.home, PageMaker.notices],
            facts: [LinkedData.event(edition, site: site)],
            source: "content/doi-thoai/\(dialogue.id)/thong-bao.md",
            values: [
                "badge": .badge(edition.phase), "published": .day(CivilDate(of: day(of: notice, in: edition))),
                "lead": .text(spelledOut(notice.description)), "note": note(edition),
                "participants": .text(spelledOut(dialogue.participants)), "closes": .time(schedule.closes),
                "invitations": .day(schedule.invitations), "conference": .time(schedule.conference),
                "place": .text(dialogue.place), "mode": .text(mode), "chair": .text(dialogue.chair),
                "calendar": .text(edition.calendarPath), "body-html": .html(prose.render(notice.body)),
                "action": edition.formAction.value,
                "files": .list(
                    edition.documents(.plan, .form, .sample, .poster, .calendar).map { file($0, of: edition) }),
                "plan": .text(edition.plan == nil ? edition.path : edition.planPath),
                "mail-subject": .text(PageMaker.percentEncoded(notice.title)),
            ])
    }

    private func day(of notice: Page, in edition: PublicEdition) -> Date {
        notice.published ?? edition.schedule.announced
    }

    private func note(_ edition: PublicEdition) -> ThemeValue {
        let schedule = edition.schedule
        switch edition.phase {
        case .upcoming, .open: return .absent
        case .announced:
            return note("", "Chưa đến ngày nhận phiếu", "Sở nhận phiếu từ \(VietnameseDate.words(schedule.opens)).")
        case .closed:
            return note(
                "still", "Đã hết hạn nhận phiếu",
                "Sở nhận phiếu đến \(VietnameseDate.words(schedule.closes)). "
                    + "Ông, bà vẫn gửi được câu hỏi ở mục Phản ánh, kiến nghị.")
        case .held: return note("still", "Hội nghị đã diễn ra", "Sở sẽ công bố kết quả ở trang của đợt đối thoại này.")
        case .results: return note("good", "Đã có kết quả", "Kết quả và câu trả lời đã đăng trên cổng này.")
        }
    }

    private func note(_ tone: String, _ heading: String, _ text: String) -> ThemeValue {
        ["tone": .text(tone), "heading": .text(heading), "text": .text(text)]
    }

    static func percentEncoded(_ text: String) -> String {
        text.addingPercentEncoding(
            withAllowedCharacters: CharacterSet(charactersIn: "A"..."Z").union(
                CharacterSet(charactersIn: "a"..."z")
            ).union(CharacterSet(charactersIn: "0"..."9"))) ?? ""
    }
}
