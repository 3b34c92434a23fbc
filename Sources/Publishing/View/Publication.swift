package import Domain
package import Foundation

/// All that a build is made of: words, counts, decisions, and the moment it is made for.
package struct Publication: Sendable {
    package var portal: Portal
    package var figures: Figures
    package var approvals: [Approval]
    /// The one moment of the build; pages see only what follows from it.
    package var now: Date
    package var purpose: Purpose

    /// Whom the site is for.
    package enum Purpose: Hashable, Sendable {
        case portal
        /// Inventions are shown, every page says that nothing sent here counts.
        case rehearsal(Rehearsal)
        /// An editor's own look at what is being written, drafts and inventions included.
        case preview
    }

    package init(
        portal: Portal, figures: Figures = .empty, approvals: [Approval] = [], now: Date, rehearsal: Rehearsal? = nil
    ) {
        self.portal = portal
        self.figures = figures
        self.approvals = approvals
        self.now = now
        purpose = rehearsal.map(Purpose.rehearsal) ?? .portal
    }
}
