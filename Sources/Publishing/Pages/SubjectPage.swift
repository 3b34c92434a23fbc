import Domain
import Theme

extension PageMaker {
    /// `/linh-vuc/`: the subjects.
    func subjectList() -> SitePage {
        SitePage(
            path: PageMaker.subjects.href, template: "pages/danh-sach", title: "Hỏi – đáp theo lĩnh vực",
            description: "Câu hỏi đã được Sở trả lời, xếp theo lĩnh vực.", section: PageMaker.subjects.href,
            updated: lastAnswer.map { .day($0) } ?? .absent, owner: keeper, modified: lastAnswer,
            crumbs: [PageMaker.home],
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

    /// The day the newest answer was published.
    var lastAnswer: CivilDate? { view.answers.first.map { CivilDate(of: $0.published) } }
}
