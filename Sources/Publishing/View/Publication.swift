package import Domain
package import Foundation

/// All that a build is made of: words, counts, decisions, and the moment it is made for.
package struct Publication: Sendable {
    package var portal: Portal
    package var figures: Figures
    package var approvals: [Approval]
    /// The one moment of the build; pages see only what follows from it.
    package var now: Date
    /// The anchor of a rehearsal; nothing for the real portal.
    package var rehearsal: Rehearsal?

    package init(
        portal: Portal, figures: Figures = .empty, approvals: [Approval] = [], now: Date, rehearsal: Rehearsal? = nil
    ) {
        self.portal = portal
        self.figures = figures
        self.approvals = approvals
        self.now = now
        self.rehearsal = rehearsal
    }
}
