import Domain
import Foundation
import Theme

extension PageMaker {
    /// `/doi-thoai/<id>/hoi-dap/<slug>/` and `/phan-anh/hoi-dap/<slug>/`: a question with its answer.
    ///
    /// - Throws: What the answer says of words that changed meanwhile.
    func answer(_ answer: Answer) throws -> SitePage {
        let text = try answer.text()
        var prose = self.prose(headingShift: 1)
        let summary = spelledOut(answer.summary)
        let published = CivilDate(of: answer.published)
        let bases = answer.legalBases.map(legalBasis)
        return SitePage(
            path: answer.path, template: "pages/hoi-dap", title: answer.title, description: answer.summary,
            section: PageMaker.subjects.href, updated: .day(published), modified: published,
            crumbs: crumbs(of: answer),
            facts: answer.isIllustration ? [] : [LinkedData.question(answer, text.question, site: site)],
            source: answer.sourcePath,
            values: [
                "badge": .badge(answer.outcome),
                "meta": .text(answer.matter.map { "Nội dung \($0)" } ?? "Câu trả lời minh họa"),
                "is-illustration": .flag(answer.isIllustration), "question": .lines(text.question),
                "asker": .text(answer.asker), "asked": .day(answer.asked), "summary": .text(summary),
                "body-html": .html(prose.render(text.body)),
                "legal": bases.isEmpty ? .absent : ["bases": .list(bases.map { .text($0) })],
                "division": .text(divisionName(answer.division)),
                "authority": answer.authority.map { .text(site.authority($0)?.name ?? $0) } ?? .absent,
                "answered": .day(answer.answered), "published": .day(published), "outdated": outdated(answer),
                "subject": subjectLink(answer), "related": .list(related(to: answer)),
            ])
    }

    /// The same address after the approval was withdrawn.
    func withdrawn(_ tombstone: AnswerGate.Tombstone) -> SitePage {
        let answer = tombstone.answer
        let day = CivilDate(of: tombstone.withdrawnAt)
        return SitePage(
            path: answer.path, template: "pages/hoi-dap-rut",
            title: "Câu trả lời đã được rút lại ngày \(VietnameseDate.figures(day))",
            description: "Sở đã rút câu trả lời ở địa chỉ này.",
            section: PageMaker.subjects.href, updated: .day(day), isUnlisted: true, crumbs: crumbs(of: answer),
            source: answer.sourcePath, values: ["withdrawn": .day(day)])
    }

    private func crumbs(of answer: Answer) -> [Chrome.Link] {
        guard let subject = site.subject(answer.subject) else { return [PageMaker.home, PageMaker.subjects] }
        return [PageMaker.home, PageMaker.subjects, Chrome.Link(subject.name, subject.path)]
    }

    private func subjectLink(_ answer: Answer) -> ThemeValue {
        guard let subject = site.subject(answer.subject) else {
            return .link(Subject.unsureLabel, PageMaker.questions.href)
        }
        return .link(subject.name.lowercasedFirst, subject.path)
    }

    private func related(to answer: Answer) -> [ThemeValue] {
        view.answers(onSubject: answer.subject).lazy.filter { $0.path != answer.path }.prefix(5)
            .map { .link($0.title, $0.path) }
    }

    private func outdated(_ answer: Answer) -> ThemeValue {
        let lapsed = answer.legalBases.filter(view.lapsed.contains)
        if !lapsed.isEmpty {
            return .text(
                "Một căn cứ pháp lý của câu trả lời này đã hết hiệu lực. Ông, bà hỏi lại Sở trước khi làm theo.")
        }
        guard view.outdated.contains(answer.path), let review = answer.review else { return .absent }
        return .text(
            "Câu trả lời này đến hạn rà soát từ ngày \(VietnameseDate.figures(review)). "
                + "Quy định có thể đã đổi, ông, bà hỏi lại Sở trước khi làm theo.")
    }
}
