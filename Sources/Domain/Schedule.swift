package import Foundation

/// The dates of an edition, from which its phase follows.
package struct Schedule: Hashable, Sendable, Codable {
    /// The plan is public from here.
    package let announced: Date
    /// The first instant registrations are taken.
    package let opens: Date
    /// The last second registrations are taken: open while now ≤ closes.
    package let closes: Date
    /// The day invitations go out.
    package let invitations: CivilDate
    /// The conference begins.
    package let conference: Date
    /// The last day of answers owed in writing.
    package let answersDue: CivilDate
    /// The report of results is public from here; nothing while none is written.
    package let results: Date?

    package init(
        announced: Date, opens: Date, closes: Date, invitations: CivilDate, conference: Date,
        answersDue: CivilDate, results: Date?
    ) {
        self.announced = announced
        self.opens = opens
        self.closes = closes
        self.invitations = invitations
        self.conference = conference
        self.answersDue = answersDue
        self.results = results
    }

    /// The first instant of each phase after ``Phase/upcoming``, in order.
    package var boundaries: [Boundary] {
        var list = [
            Boundary(phase: .announced, begins: announced),
            Boundary(phase: .open, begins: opens),
            // The closing second still belongs to `open`.
            Boundary(phase: .closed, begins: closes.addingTimeInterval(1)),
            // The plan names no end of the conference: it is held when its day is over.
            Boundary(phase: .held, begins: CivilDate(of: conference).adding(days: 1).start),
        ]
        if let results { list.append(Boundary(phase: .results, begins: results)) }
        return list
    }

    /// The phase at `instant`.
    package func phase(at instant: Date) -> Phase {
        boundaries.last { $0.begins <= instant }?.phase ?? .upcoming
    }

    /// The next change of phase after `instant`.
    package func nextBoundary(after instant: Date) -> Boundary? {
        boundaries.first { $0.begins > instant }
    }

    /// Whether what was received then is late: after the closing second, unless it was raised at the conference itself.
    package func isLate(_ received: Date, by channel: Channel) -> Bool {
        channel != .conference && received > closes
    }

    /// The instant at which a phase begins.
    package struct Boundary: Hashable, Sendable, Codable {
        package let phase: Phase
        package let begins: Date

        package init(phase: Phase, begins: Date) {
            self.phase = phase
            self.begins = begins
        }
    }
}
