import Domain
import Foundation
import Publishing

/// Where the portal stands at one moment, as `state` prints it.
struct PortalState: Encodable {
    let at: Date
    let editions: [EditionState]
    /// Those ahead, in order.
    let boundaries: [Ahead]
    /// By division, in the order of `site.yaml`.
    let reviews: [DivisionReviews]

    /// A boundary that is still to come.
    struct Ahead: Encodable {
        let at: Date
        /// `phase`, `publication`, `review`, `lapse`.
        let kind: String
        let reason: String
    }

    /// What one division has to look at.
    struct DivisionReviews: Encodable {
        let division: String
        let name: String
        let texts: [Text]
    }

    struct Text: Encodable {
        let title: String
        let path: String
        /// Why, in Vietnamese.
        let causes: [String]
    }

    init(_ portal: Portal, at now: Date) {
        at = now
        editions = portal.editions.map { EditionState($0.dialogue, at: now) }
        boundaries = Boundary.all(of: portal).filter { $0.instant > now }
            .map { Ahead(at: $0.instant, kind: $0.kind.rawValue, reason: $0.reason) }
        let due = Dictionary(grouping: portal.reviews(dueAt: now), by: \.division)
        reviews = portal.site.divisions.compactMap { division in
            due[division.id].map {
                DivisionReviews(division: division.id, name: division.name, texts: $0.map(Text.init))
            }
        }
    }
}

extension PortalState.Text {
    fileprivate init(_ due: DueReview) {
        title = due.title
        path = due.path
        causes =
            due.lapsed.compactMap { reference in
                reference.to.map {
                    "\(reference.type) số \(reference.number) hết hiệu lực từ \(VietnameseDate.figures($0))"
                }
            } + (due.review.map { ["quá ngày xem lại \(VietnameseDate.figures($0))"] } ?? [])
    }
}

extension PortalState {
    /// Lines of the list of boundaries that a screen takes.
    private static let shown = 10

    var words: String {
        (["Lúc \(VietnameseDate.words(at)):"] + editions.map(\.words) + boundaryLines + reviewLines)
            .joined(separator: "\n")
    }

    private var boundaryLines: [String] {
        guard !boundaries.isEmpty else { return ["", "Không còn mốc nào phía trước."] }
        let lines = boundaries.prefix(Self.shown).map {
            "- \(VietnameseDate.wordsToTheSecond($0.at)): \($0.reason.lowercasedFirst)."
        }
        let more = boundaries.count - lines.count
        return ["", "Các mốc phía trước:"] + lines + (more > 0 ? ["- và \(more) mốc nữa (xem hết bằng --json)."] : [])
    }

    private var reviewLines: [String] {
        guard !reviews.isEmpty else { return ["", "Không có bài nào cần xem lại."] }
        return ["", "Cần xem lại:"]
            + reviews.flatMap { division in
                ["- \(division.name):"]
                    + division.texts.map { "  - \($0.title) (\($0.path)): \($0.causes.joined(separator: "; "))." }
            }
    }
}

/// Where an edition stands at one moment.
struct EditionState: Encodable {
    struct Next: Encodable {
        var phase: Phase
        var label: String
        var begins: Date
    }

    var id: String
    var title: String
    var phase: Phase
    var label: String
    /// Nothing after the last boundary.
    var next: Next?

    init(_ dialogue: Dialogue, at now: Date) {
        id = dialogue.id
        title = dialogue.shortTitle
        phase = dialogue.schedule.phase(at: now)
        label = phase.label
        next = dialogue.schedule.nextBoundary(after: now).map {
            Next(phase: $0.phase, label: $0.phase.label, begins: $0.begins)
        }
    }

    fileprivate var words: String {
        let now = "- \(title): \(label.lowercasedFirst)."
        guard let next else { return "\(now) Không còn mốc nào." }
        return "\(now) Mốc kế tiếp: \(next.label.lowercasedFirst) từ \(VietnameseDate.wordsToTheSecond(next.begins))."
    }
}
