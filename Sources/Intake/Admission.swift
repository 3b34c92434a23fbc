internal import Domain
internal import Foundation

/// Whether a form is taken at a moment.
///
/// The one closing rule: open while now ≤ closes, at the service, in whole seconds; a check page issued while open may
/// be sent for half an hour more and counts as on time.
enum Admission: Hashable {
    case early(opens: Date)
    case open
    /// Closed, but this check page may still be sent.
    case grace(until: Date)
    case closed(at: Date)

    /// - Parameters:
    ///   - schedule: Nothing for a form that is always open.
    ///   - issued: When the check page was issued; nothing when there is none.
    init(_ schedule: Schedule?, at now: Date, checkPageIssued issued: Date?, graceSeconds: Int) {
        guard let schedule else {
            self = .open
            return
        }
        let end = schedule.closes.addingTimeInterval(TimeInterval(graceSeconds))
        if now < schedule.opens {
            self = .early(opens: schedule.opens)
        } else if now <= schedule.closes {
            self = .open
        } else if let issued, issued >= schedule.opens, issued <= schedule.closes, now <= end {
            self = .grace(until: end)
        } else {
            self = .closed(at: schedule.closes)
        }
    }
}
