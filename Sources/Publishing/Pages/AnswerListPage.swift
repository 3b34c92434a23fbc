import Domain
import Theme

extension PageMaker {
    /// `/doi-thoai/<id>/hoi-dap/` and its parts: what was answered in one edition.
    func editionAnswers(_ edition: PublicEdition) -> [PageProduct] {
        let name = edition.dialogue.shortTitle
        let list = AnswerList(
            path: edition.answersPath, kind: name, title: "Câu trả lời, \(name.lowercasedFirst)",
            crumbs: [Chrome.Link("Các đợt đối thoại", "/doi-thoai/"), link(edition)], answers: view.answers(in: edition)
        )
        var page = firstPage(of: list, "Câu hỏi của \(name.lowercasedFirst) đã được Sở trả lời.")
        page.values["book"] = book(edition.documents(.answers).map { file($0, of: edition) })
        return pages(of: list, page)
    }

    /// `/phan-anh/hoi-dap/` and its parts: what was answered to feedback.
    func feedbackAnswers() -> [PageProduct] {
        let list = AnswerList(
            path: PageMaker.feedbackAnswers.href, kind: PageMaker.feedback.label,
            title: PageMaker.feedbackAnswers.label, crumbs: [PageMaker.feedback], answers: view.answers(in: .feedback))
        var page = firstPage(of: list, "Phản ánh, kiến nghị gửi quanh năm đã được Sở trả lời.")
        page.values["book"] = book(view.feedbackDocuments.map { file($0, at: PageMaker.feedbackPath(of: $0)) })
        return pages(of: list, page)
    }

    /// `/linh-vuc/<slug>/` and its parts: what was answered in one subject.
    func subject(_ subject: Subject) -> [PageProduct] {
        let list = AnswerList(
            path: subject.path, kind: "Lĩnh vực", title: subject.name, crumbs: [PageMaker.subjects],
            answers: view.answers(on: subject))
        var page = firstPage(
            of: list, byDivision: true, "Câu hỏi đã được trả lời về \(subject.name.lowercasedFirst).")
        page.owner = divisionName(subject.division)
        page.feed = Chrome.Link("\(site.title): \(subject.name)", subject.feedPath)
        page.values["feed"] = .text(subject.feedPath)
        page.values["lead"] = .text(spelledOut(subject.examples) + ".")
        page.values["division"] = .text(divisionName(subject.division))
        page.values["choices"] = ["label": "Các lĩnh vực", "filter": .list(filter(current: subject.path))]
        return pages(of: list, byDivision: true, page)
    }

    /// The first page of a list as given, and the pages of its parts.
    func pages(of list: AnswerList, byDivision: Bool = false, _ first: SitePage) -> [PageProduct] {
        let parts = (0..<list.partCount).map { index in
            AnswerListPart(
                context: context, number: index + 1, isNewest: index + 1 == list.partCount,
                path: list.partPath(index + 1), list: Chrome.Link(list.title, list.path), kind: list.kind,
                crumbs: list.crumbs, isByDivision: byDivision, owner: first.owner,
                answers: Array(list.part(index + 1))
            ).product
        }
        return [PageProduct(first)] + parts
    }

    /// The first page of a list: its newest answers, and how many there are in all.
    func firstPage(of list: AnswerList, byDivision: Bool = false, _ description: String) -> SitePage {
        let newest = list.answers.first.map { CivilDate(of: $0.published) }
        return SitePage(
            path: list.path, template: "pages/cau-hoi", title: list.title, description: description,
            section: PageMaker.subjects.href, updated: newest.map { .day($0) } ?? .absent, owner: keeper,
            modified: newest,
            crumbs: [PageMaker.home] + list.crumbs,
            values: [
                "kind": .text(list.kind), "lead": "", "choices": .absent, "division": .absent, "feed": .absent,
                "book": .absent,
                "count": .text(countOfQuestions(list.answers.count)),
                "answers": questions(Array(list.newest), byDivision: byDivision), "pages": list.pages,
            ])
    }

    private func filter(current: String) -> [ThemeValue] {
        let all = [("Tất cả (\(view.answers.count))", PageMaker.questions.href)]
        let subjects = site.subjects.map { ("\($0.name) (\(view.answers(on: $0).count))", $0.path) }
        return (all + subjects).map { .choice($0.0, $0.1, isCurrent: $0.1 == current) }
    }
}
