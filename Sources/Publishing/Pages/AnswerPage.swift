import Domain
import Foundation
import Theme

/// `/doi-thoai/<id>/hoi-dap/<slug>/` and `/phan-anh/hoi-dap/<slug>/`: a question with its answer.
///
/// There are thousands of them, so the key is taken of what the page is made of. It sees nothing else.
struct AnswerPage: InContext {
    let context: PageContext
    let answer: Answer
    /// Its day of review is past.
    let isOutdated: Bool
    /// Other answers worth reading, as links.
    let related: [Chrome.Link]

    var product: PageProduct {
        var key = KeyWriter("answer")
        key.add(context.digest)
        key.add(answer)
        key.add(isOutdated)
        key.add(related) { $0.add($1) }
        return PageProduct(path: answer.path, modified: published, key: key, page: page)
    }

    private var published: CivilDate { CivilDate(of: answer.published) }

    @Sendable private func page() throws -> SitePage {
        let text = try answer.text()
        var prose = self.prose(headingShift: 1)
        let summary = spelledOut(answer.summary)
        let bases = answer.legalBases.map(legalBasis)
        return SitePage(
            path: answer.path, template: "pages/hoi-dap", title: answer.title, description: answer.summary,
            section: PageMaker.subjects.href, updated: .day(published), owner: divisionName(answer.division),
            isArticle: true, modified: published,
            crumbs: Self.crumbs(of: answer, site: site),
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
                "answered": .day(answer.answered), "published": .day(published), "outdated": outdated,
                "subject": subjectLink, "related": .list(related.map { .link($0.label, $0.href) }),
            ])
    }

    fileprivate static func crumbs(of answer: Answer, site: Site) -> [Chrome.Link] {
        guard let subject = site.subject(answer.subject) else { return [PageMaker.home, PageMaker.subjects] }
        return [PageMaker.home, PageMaker.subjects, Chrome.Link(subject.name, subject.path)]
    }

    private var subjectLink: ThemeValue {
        guard let subject = site.subject(answer.subject) else {
            return .link(Subject.unsureLabel, PageMaker.questions.href)
        }
        return .link(subject.name.lowercasedFirst, subject.path)
    }

    private var outdated: ThemeValue {
        let lapsed = answer.legalBases.filter(context.lapsed.contains)
        if !lapsed.isEmpty {
            return .text(
                "Một căn cứ pháp lý của câu trả lời này đã hết hiệu lực. Ông, bà hỏi lại Sở trước khi làm theo.")
        }
        guard isOutdated, let review = answer.review else { return .absent }
        return .text(
            "Câu trả lời này đến hạn rà soát từ ngày \(VietnameseDate.figures(review)). "
                + "Quy định có thể đã đổi, ông, bà hỏi lại Sở trước khi làm theo.")
    }
}

extension PageMaker {
    /// The pages of all answers, not yet built: by subject, newest first.
    func answers() -> [PageProduct] {
        view.answeredSubjects.flatMap { subject in
            let answers = view.answers(onSubject: subject)
            return zip(answers, RelatedAnswers(answers).places()).map { answer, related in
                AnswerPage(
                    context: context, answer: answer, isOutdated: view.outdated.contains(answer.path),
                    related: related.map { Chrome.Link(answers[$0].title, answers[$0].path) }
                ).product
            }
        }
    }

    /// The same address after the approval was withdrawn.
    func withdrawn(_ tombstone: AnswerGate.Tombstone) -> SitePage {
        let answer = tombstone.answer
        let day = CivilDate(of: tombstone.withdrawnAt)
        return SitePage(
            path: answer.path, template: "pages/hoi-dap-rut",
            title: "Câu trả lời đã được rút lại ngày \(VietnameseDate.figures(day))",
            description: "Sở đã rút câu trả lời ở địa chỉ này.",
            section: PageMaker.subjects.href, updated: .day(day), owner: divisionName(answer.division),
            isUnlisted: true,
            crumbs: AnswerPage.crumbs(of: answer, site: site),
            source: answer.sourcePath, values: ["withdrawn": .day(day)])
    }
}

extension KeyWriter {
    /// An answer is what its file says, at its address.
    mutating func add(_ answer: Answer) {
        add(answer.path)
        add(answer.sourcePath)
        add(answer.sourceDigest)
    }
}
