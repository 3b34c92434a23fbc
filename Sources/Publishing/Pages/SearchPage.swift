import Domain
import Theme

extension PageMaker {
    /// `/tim-kiem/`: the form for the script, and the ways to lists that serve without it.
    func search(_ data: SearchData, script: String) -> SitePage {
        let count = view.answers.count
        return SitePage(
            path: PageMaker.questions.href, template: "pages/tim-kiem", title: "Tìm câu hỏi và câu trả lời",
            description: "Tìm trong mọi câu hỏi đã được Sở trả lời, theo chữ, theo lĩnh vực, theo năm.",
            section: PageMaker.questions.href, updated: lastAnswer.map { .day($0) } ?? .absent, owner: keeper,
            modified: lastAnswer,
            crumbs: [PageMaker.home],
            values: [
                "lead": .text(
                    count == 0 ? "Chưa có câu trả lời nào được đăng." : "Sở đã đăng \(self.count(count))."),
                "search": count == 0 ? .absent : searchForm(data, script: script),
                "subjects": .list(
                    site.subjects.map { .link("\($0.name) (\(view.answers(on: $0).count))", $0.path) }),
                "years": .list(view.years.map { .link("Năm \($0.year) (\($0.answers.count))", path(ofYear: $0.year)) }),
            ])
    }

    private func searchForm(_ data: SearchData, script: String) -> ThemeValue {
        let hasUnsure = !view.answers(onSubject: Subject.unsure).isEmpty
        let subjects =
            site.subjects.map { ($0.id, $0.name) } + (hasUnsure ? [(Subject.unsure, Subject.unsureLabel)] : [])
        return [
            "script": .text(script),
            "file": .text(data.path), "counts": .text(data.counts.map(String.init).joined(separator: " ")),
            "choices": .list(subjects.map { ["option": .text($0.0), "words": .text($0.1)] }),
            "badges": .list(
                Outcome.allCases.filter(\.isPublishable).map {
                    ["outcome": .text($0.rawValue), "badge": .badge($0)]
                }),
        ]
    }

    /// `/tim-kiem/<year>/` and its parts: what was answered in one year.
    func yearAnswers() -> [[PageProduct]] {
        view.years.map { year, answers in
            let list = AnswerList(
                path: path(ofYear: year), kind: "Theo năm", title: "Câu hỏi được trả lời năm \(year)",
                crumbs: [PageMaker.questions], answers: answers)
            return pages(of: list, firstPage(of: list, "\(list.title), mọi lĩnh vực."))
        }
    }

    private func path(ofYear year: Int) -> String { "\(PageMaker.questions.href)\(year)/" }
}
