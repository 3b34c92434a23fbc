import Domain
import Foundation
import Theme

/// A publication as its editor wants to see it beforehand: whatever waits for a date or an approval is there already.
///
/// Nothing of the site knows about drafts: they are made to look published, and named here.
package struct Preview {
    /// A page the public does not see, and why.
    package struct Draft: Hashable, Sendable, Codable {
        package var path: String
        package var title: String
        package var reason: String
    }

    package private(set) var publication: Publication
    /// By path.
    package private(set) var drafts: [Draft] = []

    /// - Parameters:
    ///   - publication: With the answers being written laid over `content/`.
    package init(of publication: Publication) {
        self.publication = publication
        self.publication.purpose = .preview
        publishPages()
        approveAnswers()
        drafts.sort { $0.path < $1.path }
    }

    static let script = "/xem-truoc/xem-truoc.mjs"
    static let banner = Chrome.Banner(
        heading: "Bản xem trước.",
        text: "Có cả bài chưa đăng và câu trả lời chưa duyệt. Chỉ người biên tập thấy trang này.")

    private var now: Date { publication.now }

    private mutating func publishPages() {
        publication.portal.pages = publication.portal.pages.map { published($0, at: "/\($0.slug)/") }
        publication.portal.editions = publication.portal.editions.map { published($0) }
    }

    private mutating func published(_ edition: Edition) -> Edition {
        var edition = edition
        let path = "/doi-thoai/\(edition.dialogue.id)/"
        edition.notice = published(edition.notice, at: "/thong-bao/doi-thoai-\(edition.dialogue.id)/")
        edition.plan.page = published(edition.plan.page, at: path + "ke-hoach/")
        if let results = edition.results { edition.results?.page = published(results.page, at: path + "ket-qua/") }
        let schedule = edition.dialogue.schedule
        guard schedule.announced > now else { return edition }
        note(path, edition.dialogue.title, "Chưa công bố: hẹn \(VietnameseDate.words(schedule.announced)).")
        // An edition that nobody knows of yet is shown as just announced.
        edition.dialogue.schedule = Schedule(
            announced: now, opens: schedule.opens, closes: schedule.closes, invitations: schedule.invitations,
            conference: schedule.conference, answersDue: schedule.answersDue, results: schedule.results)
        return edition
    }

    private mutating func published(_ page: Page, at path: String) -> Page {
        guard !page.isPublic(at: now), let day = page.published else { return page }
        note(path, page.title, "Chưa đăng: hẹn \(VietnameseDate.words(day)).")
        var page = page
        page.published = now
        return page
    }

    private mutating func approveAnswers() {
        let gate = AnswerGate(approvals: publication.approvals)
        let passed = gate.pass(publication.portal.answers, at: now)
        let shown = Set(passed.answers.map(\.path)).union(passed.tombstones.map(\.answer.path))
        for index in publication.portal.answers.indices {
            let answer = publication.portal.answers[index]
            guard !shown.contains(answer.path) else { continue }
            if answer.published > now { publication.portal.answers[index].published = now }
            note(answer.path, answer.title, reason(for: answer))
            guard let matter = answer.matter else { continue }
            publication.approvals.append(
                Approval(
                    matter: matter, sha256: answer.sourceDigest, drafter: "", approver: "", approvedAt: .distantFuture,
                    withdrawnAt: nil))
        }
    }

    private func reason(for answer: Answer) -> String {
        let isApproved = publication.approvals.contains {
            $0.matter == answer.matter && $0.sha256 == answer.sourceDigest && $0.withdrawnAt == nil
        }
        if answer.matter != nil, !isApproved { return "Câu trả lời chưa được duyệt." }
        return "Chưa đăng: hẹn \(VietnameseDate.words(answer.published))."
    }

    private mutating func note(_ path: String, _ title: String, _ reason: String) {
        drafts.append(Draft(path: path, title: title, reason: reason))
    }
}
