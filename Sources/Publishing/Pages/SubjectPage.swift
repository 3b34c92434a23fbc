import Domain
import Theme

extension PageMaker {
    /// `/linh-vuc/`: the subjects.
    func subjectList() -> SitePage {
        SitePage(
            path: PageMaker.subjects.href, template: "pages/danh-sach", title: "Hỏi – đáp theo lĩnh vực",
            description: "Câu hỏi đã được Sở trả lời, xếp theo lĩnh vực.", section: PageMaker.subjects.href,
            updated: lastAnswer.map { .day($0) } ?? .absent, modified: lastAnswer, crumbs: [PageMaker.home],
            values: [
                "lead": .text("Câu hỏi đã được Sở trả lời, xếp theo lĩnh vực."),
                "items": .list(
                    site.subjects.map { subject in
                        [
                            "title": .text(subject.name), "href": .text(subject.path),
                            "text": .text(
                                "\(spelledOut(subject.examples)). \(count(view.answers(on: subject).count))."),
                            "before": "", "time": .absent, "badge": .absent,
                        ]
                    } + [
                        [
                            "title": .text(PageMaker.questions.label), "href": .text(PageMaker.questions.href),
                            "text": .text("\(count(view.answers.count)), xếp theo lĩnh vực và theo năm."),
                            "before": "", "time": .absent, "badge": .absent,
                        ]
                    ]),
            ])
    }

    /// `/tim-kiem/`: every question on one page, where the browser's own search finds it.
    func questionIndex() -> SitePage {
        let bySubject = site.subjects.map { subject in
            group("lv-\(subject.slug)", subject.name, view.answers(on: subject))
        }
        let unsure = view.answers.filter { site.subject($0.subject) == nil }
        let rest = unsure.isEmpty ? [] : [group("lv-khac", Subject.unsureLabel, unsure)]
        let years = Set(view.answers.map { CivilDate(of: $0.published).year }).sorted(by: >)
        let byYear = years.map { year in
            group("nam-\(year)", "Năm \(year)", view.answers.filter { CivilDate(of: $0.published).year == year })
        }
        return SitePage(
            path: PageMaker.questions.href, template: "pages/tim-kiem", title: PageMaker.questions.label,
            description: "Danh mục mọi câu hỏi đã được trả lời.", section: PageMaker.questions.href,
            updated: lastAnswer.map { .day($0) } ?? .absent, modified: lastAnswer, crumbs: [PageMaker.home],
            values: [
                "lead": .text(
                    view.answers.isEmpty
                        ? "Chưa có câu trả lời nào được đăng."
                        : "\(count(view.answers.count)) đã đăng. "
                            + "Muốn tìm theo chữ, ông, bà dùng chức năng “Tìm trong trang” của trình duyệt."),
                "groups": .list(bySubject + rest), "years": .list(byYear),
                "toc": .list(site.subjects.map { .link($0.name, "#lv-\($0.slug)") }),
            ])
    }

    private var lastAnswer: CivilDate? { view.answers.first.map { CivilDate(of: $0.published) } }

    private func group(_ id: String, _ heading: String, _ answers: [Answer]) -> ThemeValue {
        ["id": .text(id), "heading": .text(heading), "answers": questions(answers, byDivision: true)]
    }
}
