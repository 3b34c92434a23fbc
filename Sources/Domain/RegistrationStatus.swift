package import Foundation

/// What the holder of reference and code may see of a registration.
package struct RegistrationStatus: Hashable, Sendable {
    /// Nothing while in quarantine or refused.
    package var number: RegisterNumber?
    package var series: Series
    package var channel: Channel
    package var receivedAt: Date
    package var isLate: Bool
    package var refusedAt: Date?
    package var matters: [Matter]

    package init(
        number: RegisterNumber?, series: Series, channel: Channel, receivedAt: Date, isLate: Bool, refusedAt: Date?,
        matters: [Matter]
    ) {
        self.number = number
        self.series = series
        self.channel = channel
        self.receivedAt = receivedAt
        self.isLate = isLate
        self.refusedAt = refusedAt
        self.matters = matters
    }

    /// One matter, without the sender's other data.
    package struct Matter: Hashable, Sendable {
        package var position: Int
        package var subject: String
        package var division: String?
        package var outcome: Outcome?
        package var outcomeAt: Date?

        package init(position: Int, subject: String, division: String?, outcome: Outcome?, outcomeAt: Date?) {
            self.position = position
            self.subject = subject
            self.division = division
            self.outcome = outcome
            self.outcomeAt = outcomeAt
        }
    }
}
