import Domain
package import Foundation

/// A moment at which pages change by themselves, so that the site has to be built again.
package struct Boundary: Hashable, Sendable, Codable, Comparable {
    package var instant: Date
    /// What changes, in Vietnamese.
    package var reason: String

    package static func < (left: Boundary, right: Boundary) -> Bool {
        (left.instant, left.reason) < (right.instant, right.reason)
    }

    /// The first moment after `instant` at which something of the portal changes; nothing when no date is ahead.
    static func next(of portal: Portal, after instant: Date) -> Boundary? {
        let all = phases(portal) + publications(portal) + reviews(portal) + lapses(portal.site)
        return all.filter { $0.instant > instant }.min()
    }

    private static func phases(_ portal: Portal) -> [Boundary] {
        portal.editions.flatMap { edition in
            let name = edition.dialogue.shortTitle
            let schedule = edition.dialogue.schedule
            return schedule.boundaries.map { Boundary(instant: $0.begins, reason: "\(name): \($0.phase.label)") } + [
                Boundary(
                    instant: schedule.answersDue.adding(days: 1).start, reason: "\(name): hết hạn trả lời bằng văn bản")
            ]
        }
    }

    private static func publications(_ portal: Portal) -> [Boundary] {
        let pages =
            portal.pages + portal.editions.flatMap { [$0.notice, $0.plan.page] + ($0.results.map { [$0.page] } ?? []) }
        let dates = pages.compactMap { page in page.published.map { ($0, page.title) } }
        let answers = portal.answers.map { ($0.published, $0.title) }
        return (dates + answers).map { Boundary(instant: $0.0, reason: "đăng “\($0.1)”") }
    }

    private static func reviews(_ portal: Portal) -> [Boundary] {
        let answers = portal.answers.compactMap { answer in answer.review.map { ($0, answer.title) } }
        let pages = portal.pages.compactMap { page in page.review.map { ($0, page.title) } }
        // Past the day, not on it.
        return (answers + pages).map { Boundary(instant: $0.0.adding(days: 1).start, reason: "rà soát “\($0.1)”") }
    }

    private static func lapses(_ site: Site) -> [Boundary] {
        site.legalReferences.compactMap { reference in
            reference.to.map {
                Boundary(instant: $0.start, reason: "\(reference.type) \(reference.number) hết hiệu lực")
            }
        }
    }
}
