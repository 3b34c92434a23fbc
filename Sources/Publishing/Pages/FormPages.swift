import Domain
import Foundation
import Theme

extension PageMaker {

    /// `/doi-thoai/<id>/phieu-dang-ky/`: blank forms to download, and how to fill them in.
    func paperForm(_ edition: PublicEdition) -> SitePage {
        let form = edition.edition.form
        var prose = self.prose()
        return SitePage(
            path: edition.paperPath, template: "pages/phieu-dang-ky",
            title: "Mẫu \(form.title.lowercasedFirst)",
            description: edition.edition.formDescription.isEmpty
                ? "Mẫu phiếu giấy để tải về và cách điền, \(edition.dialogue.shortTitle.lowercasedFirst)."
                : edition.edition.formDescription,
            section: edition.formPath, updated: .day(form.updated), owner: divisionName(form.owner),
            modified: form.updated,
            crumbs: [PageMaker.home, link(edition)],
            source: "content/doi-thoai/\(edition.dialogue.id)/phieu-dang-ky.md",
            values: [
                "lead": .text(spelledOut(form.about)), "body-html": .html(prose.render(edition.edition.guidance)),
                "files": .list(edition.documents(.form, .sample).map { file($0, of: edition) }),
                "action": edition.formAction.value,
            ])
    }

    /// `/doi-thoai/<id>/dang-ky/`: the online form while it is open, and what to do instead before and after.
    func onlineForm(_ edition: PublicEdition) -> SitePage {
        let form = edition.edition.form
        let isOpen = edition.phase == .open
        let view = FormView(
            definition: form, subjects: site.subjects, action: "/gui/\(form.id)", honeypot: FormControl.honeypot)
        return SitePage(
            path: edition.formPath, template: "pages/dang-ky", title: form.title,
            description: "Điền phiếu đăng ký tham gia \(edition.dialogue.shortTitle.lowercasedFirst) trên cổng.",
            section: edition.formPath, updated: .day(form.updated), owner: divisionName(form.owner),
            modified: form.updated,
            crumbs: [PageMaker.home, link(edition)],
            facts: [
                LinkedData.service(
                    form.title, form.about, path: edition.formPath, action: isOpen ? edition.formPath : nil, site: site)
            ],
            source: "content/doi-thoai/\(edition.dialogue.id)/phieu-dang-ky.md",
            values: [
                "closes": .time(edition.schedule.closes), "form": isOpen ? view.values : .absent,
                "not-open": isOpen ? .absent : notOpen(edition),
                "paper": edition.phase <= .open ? .text(edition.paperPath) : .absent,
            ])
    }

    private func notOpen(_ edition: PublicEdition) -> ThemeValue {
        let schedule = edition.schedule
        switch edition.phase {
        case .upcoming, .announced, .open:
            return [
                "badge": .badge(edition.phase),
                "text": .text(
                    "Sở nhận phiếu từ \(VietnameseDate.words(schedule.opens)). "
                        + "Ông, bà có thể chuẩn bị trước theo mẫu phiếu giấy."),
                "second": .link("Đọc thông báo", edition.readingPath),
            ]
        case .closed, .held, .results:
            return [
                "badge": .badge(edition.phase),
                "text": .text(
                    "Sở đã ngừng nhận phiếu từ \(VietnameseDate.words(schedule.closes)). "
                        + "Ông, bà vẫn gửi được câu hỏi ở mục Phản ánh, kiến nghị."),
                "second": .link("Gửi phản ánh, kiến nghị", PageMaker.feedback.href),
            ]
        }
    }

    /// `/phan-anh/`: the form that is always open, and what was answered.
    func feedbackPage() -> SitePage {
        let form = view.feedback.form
        var prose = self.prose(form: form)
        let formView = FormView(
            definition: form, subjects: site.subjects, action: "/gui/\(form.id)", honeypot: FormControl.honeypot)
        let answers = view.answers(in: .feedback)
        let updated = max(form.updated, answers.first.map { CivilDate(of: $0.published) } ?? form.updated)
        return SitePage(
            path: PageMaker.feedback.href, template: "pages/phan-anh", title: form.title,
            description: view.feedback.description.isEmpty
                ? "Sở nhận câu hỏi, phản ánh, kiến nghị về thủ tục hành chính quanh năm." : view.feedback.description,
            section: PageMaker.feedback.href, updated: .day(updated), owner: divisionName(form.owner),
            modified: updated, crumbs: [PageMaker.home],
            facts: [
                LinkedData.service(
                    form.title, form.about, path: PageMaker.feedback.href, action: PageMaker.feedback.href, site: site)
            ],
            source: "content/phan-anh/phieu.md",
            values: [
                "lead": .text(spelledOut(form.about)), "body-html": .html(prose.render(view.feedback.guidance)),
                "form": formView.values, "paper": .absent, "answers": questions(Array(answers.prefix(5))),
                "all": answers.isEmpty
                    ? .absent : .link("Xem tất cả \(count(answers.count))", PageMaker.feedbackAnswers.href),
            ])
    }

    /// `/tra-cuu/`: the look-up form.
    func lookupPage() -> SitePage {
        SitePage(
            path: PageMaker.lookup.href, template: "pages/tra-cuu", title: "Tra cứu phiếu",
            description: "Nhập số biên nhận và mã tra cứu để xem phiếu đã đến bước nào.",
            section: PageMaker.lookup.href, updated: .day(view.feedback.form.updated), owner: keeper,
            crumbs: [PageMaker.home],
            values: ["lookup": ["action": "/gui/tra-cuu", "reference": "", "problem": .absent]])
    }
}
