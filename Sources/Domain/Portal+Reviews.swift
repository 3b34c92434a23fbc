package import Foundation

/// A public text that somebody has to look at again: what it rests on has lapsed, or its day of review is past.
package struct DueReview: Hashable, Sendable {
    /// The id of the division that answers for it.
    package var division: String
    package var title: String
    /// The site path of its page.
    package var path: String
    /// Legal references it rests on that are no longer in force.
    package var lapsed: [LegalReference]
    /// The day of review that is past.
    package var review: CivilDate?
}

extension LegalReference {
    /// Whether it is no longer in force on that day.
    package func hasLapsed(by day: CivilDate) -> Bool { to.map { $0 <= day } ?? false }
}

extension Portal {
    /// What is due for review among the texts that are public at `instant`, in the order of divisions, then of paths.
    package func reviews(dueAt instant: Date) -> [DueReview] {
        let today = CivilDate(of: instant)
        let lapsed = Dictionary(
            site.legalReferences.filter { $0.hasLapsed(by: today) }.map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        let answers = answers.filter { $0.published <= instant }.map { answer in
            DueReview(
                division: answer.division, title: answer.title, path: answer.path,
                lapsed: answer.legalBases.compactMap { lapsed[$0] }, review: answer.review)
        }
        let pages = datedPages.filter { $0.page.isPublic(at: instant) }.map { page, path in
            DueReview(division: page.owner, title: page.title, path: path, lapsed: [], review: page.review)
        }
        let order = Dictionary(site.divisions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        return (answers + pages).compactMap { $0.due(on: today) }
            .sorted { (order[$0.division] ?? .max, $0.path) < (order[$1.division] ?? .max, $1.path) }
    }

    /// Every page of words with its site path.
    package var datedPages: [(page: Page, path: String)] {
        pages.map { ($0, "/\($0.slug)/") }
            + editions.flatMap { edition in
                let folder = "/doi-thoai/\(edition.dialogue.id)/"
                return [
                    (edition.notice, "/thong-bao/\(edition.notice.slug)/"), (edition.plan.page, folder + "ke-hoach/"),
                ]
                    + (edition.results.map { [($0.page, folder + "ket-qua/")] } ?? [])
            }
    }
}

extension DueReview {
    /// Nothing when there is no cause to look at it on that day.
    fileprivate func due(on today: CivilDate) -> DueReview? {
        var due = self
        // On the day itself it is still in time.
        if let review, review >= today { due.review = nil }
        return due.lapsed.isEmpty && due.review == nil ? nil : due
    }
}
