package import Foundation

/// What the public may know of a register: counts and numbers, never personal data.
package struct Figures: Hashable, Sendable, Codable {
    /// By series.
    package var series: [SeriesFigures]
    /// Head of the event chain, in hexadecimal; empty for a register without events.
    package var chainHead: String
    /// The time of the last event counted; nothing for a register without events.
    package var countedUpTo: Date?

    package init(series: [SeriesFigures], chainHead: String, countedUpTo: Date?) {
        self.series = series
        self.chainHead = chainHead
        self.countedUpTo = countedUpTo
    }

    package static let empty = Figures(series: [], chainHead: "", countedUpTo: nil)

    /// The figures of one series; all zero when nothing was received yet.
    package func of(_ series: Series) -> SeriesFigures {
        self.series.first { $0.series == series } ?? SeriesFigures(series: series)
    }
}

/// The counts of one register.
package struct SeriesFigures: Hashable, Sendable, Codable {
    package var series: Series
    /// Lines of the public register, by number.
    package var entries: [Entry]
    package var matters: Int
    package var open: Int
    package var registrationsByChannel: [Channel: Int]
    package var mattersByOutcome: [Outcome: Int]
    /// By subject id.
    package var mattersBySubject: [String: Int]
    /// By division id; the empty id for those not assigned yet.
    package var mattersByDivision: [String: Int]
    package var quarantined: Int
    package var refused: Int

    package init(
        series: Series, entries: [Entry] = [], matters: Int = 0, open: Int = 0,
        registrationsByChannel: [Channel: Int] = [:], mattersByOutcome: [Outcome: Int] = [:],
        mattersBySubject: [String: Int] = [:], mattersByDivision: [String: Int] = [:], quarantined: Int = 0,
        refused: Int = 0
    ) {
        self.series = series
        self.entries = entries
        self.matters = matters
        self.open = open
        self.registrationsByChannel = registrationsByChannel
        self.mattersByOutcome = mattersByOutcome
        self.mattersBySubject = mattersBySubject
        self.mattersByDivision = mattersByDivision
        self.quarantined = quarantined
        self.refused = refused
    }

    package var registrations: Int { entries.count }

    /// matters = answered + guided + escalated + excluded + withdrawn + open, and every table adds up to it.
    package var isBalanced: Bool {
        matters == mattersByOutcome.values.reduce(open, +)
            && matters == mattersBySubject.values.reduce(0, +)
            && matters == mattersByDivision.values.reduce(0, +)
            && registrations == registrationsByChannel.values.reduce(0, +)
            && entries.map(\.number.number) == Array(1..<(registrations + 1))
    }

    /// A line of the public register.
    package struct Entry: Hashable, Sendable, Codable {
        package var number: RegisterNumber
        package var day: CivilDate
        package var state: PublicState

        package init(number: RegisterNumber, day: CivilDate, state: PublicState) {
            self.number = number
            self.day = day
            self.state = state
        }
    }
}
