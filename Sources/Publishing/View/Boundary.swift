package import Domain
package import Foundation

/// A moment at which the portal changes by itself: the one list of all of them.
///
/// Pages are made of what follows from this list, so between two boundaries nothing of the site can change by time.
package struct Boundary: Hashable, Sendable, Codable, Comparable {
    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// An edition enters its next phase, or its answers are due.
        case phase
        /// A page or an answer becomes public.
        case publication
        /// The day of review of a text is past.
        case review
        /// A legal reference is no longer in force.
        case lapse
    }

    package var instant: Date
    package var kind: Kind
    /// What changes, in Vietnamese.
    package var reason: String

    package static func < (left: Boundary, right: Boundary) -> Bool {
        (left.instant, left.reason) < (right.instant, right.reason)
    }

    /// Every boundary of the portal, in order; several may stand at one moment.
    package static func all(of portal: Portal) -> [Boundary] {
        dates(of: portal).map(\.boundary).sorted()
    }

    /// The first boundary after `instant`; nothing when no date is ahead.
    package static func next(of portal: Portal, after instant: Date) -> Boundary? {
        let dates = dates(of: portal)
        // The words are made for that moment only: there are ten thousand answers.
        guard let first = dates.lazy.map(\.instant).filter({ $0 > instant }).min() else { return nil }
        return dates.filter { $0.instant == first }.map(\.boundary).min()
    }

    /// A date with what it takes to put it into words.
    private struct Dated {
        let instant: Date
        let kind: Kind
        let words: () -> String

        var boundary: Boundary { Boundary(instant: instant, kind: kind, reason: words()) }
    }

    private static func dates(of portal: Portal) -> [Dated] {
        phases(portal) + publications(portal) + reviews(portal) + lapses(portal.site)
    }

    private static func phases(_ portal: Portal) -> [Dated] {
        portal.editions.flatMap { edition in
            let name = edition.dialogue.shortTitle
            let schedule = edition.dialogue.schedule
            return schedule.boundaries.map { boundary in
                Dated(instant: boundary.begins, kind: .phase) { "\(name): \(boundary.phase.label)" }
            } + [
                Dated(instant: schedule.answersDue.adding(days: 1).start, kind: .phase) {
                    "\(name): hết hạn trả lời bằng văn bản"
                }
            ]
        }
    }

    private static func publications(_ portal: Portal) -> [Dated] {
        let pages = portal.datedPages.compactMap { page, _ in page.published.map { (instant: $0, title: page.title) } }
        let answers = portal.answers.map { (instant: $0.published, title: $0.title) }
        return (pages + answers).map { date in
            Dated(instant: date.instant, kind: .publication) { "đăng “\(date.title)”" }
        }
    }

    private static func reviews(_ portal: Portal) -> [Dated] {
        let pages = portal.datedPages.compactMap { page, _ in page.review.map { (day: $0, title: page.title) } }
        let answers = portal.answers.compactMap { answer in answer.review.map { (day: $0, title: answer.title) } }
        // Past the day, not on it.
        return (answers + pages).map { date in
            Dated(instant: date.day.adding(days: 1).start, kind: .review) { "quá ngày xem lại “\(date.title)”" }
        }
    }

    private static func lapses(_ site: Site) -> [Dated] {
        site.legalReferences.compactMap { reference in
            reference.to.map { day in
                Dated(instant: day.start, kind: .lapse) { "\(reference.type) số \(reference.number) hết hiệu lực" }
            }
        }
    }
}
