package import Foundation

/// A checked form on its way into the register.
package struct Submission: Sendable {
    package var series: Series
    package var channel: Channel
    package var form: FormDefinition
    /// SHA-256 of the definition's canonical bytes, in hexadecimal.
    package var formDigest: String
    package var answers: FormAnswers
    package var receivedAt: Date
    package var isLate: Bool
    package var quarantine: Quarantine?
    /// The 16 bytes of the check page's token: the same token gives the same receipt.
    package var token: [UInt8]
    /// The reference to give if the token is new.
    package var reference: Reference
    /// What is kept of the code: a keyed digest.
    package var codeHash: [UInt8]
    /// A keyed digest of the sender's network address, and when it is to be forgotten; nothing for other channels.
    package var sender: SenderMark?

    package init(
        series: Series, channel: Channel, form: FormDefinition, formDigest: String, answers: FormAnswers,
        receivedAt: Date, isLate: Bool, quarantine: Quarantine?, token: [UInt8], reference: Reference,
        codeHash: [UInt8], sender: SenderMark?
    ) {
        self.series = series
        self.channel = channel
        self.form = form
        self.formDigest = formDigest
        self.answers = answers
        self.receivedAt = receivedAt
        self.isLate = isLate
        self.quarantine = quarantine
        self.token = token
        self.reference = reference
        self.codeHash = codeHash
        self.sender = sender
    }

    package struct SenderMark: Hashable, Sendable {
        package var hash: [UInt8]
        package var expires: Date

        package init(hash: [UInt8], expires: Date) {
            self.hash = hash
            self.expires = expires
        }
    }
}

/// What the register holds after a submission: everything a receipt shows but the code, which only the token gives.
package struct StoredReceipt: Hashable, Sendable {
    package var reference: Reference
    package var receivedAt: Date
    package var series: Series
    package var isLate: Bool
    /// The office gave a new code, so the one the token gives opens nothing any more.
    package var codeIsReplaced: Bool

    package init(
        reference: Reference, receivedAt: Date, series: Series, isLate: Bool, codeIsReplaced: Bool = false
    ) {
        self.reference = reference
        self.receivedAt = receivedAt
        self.series = series
        self.isLate = isLate
        self.codeIsReplaced = codeIsReplaced
    }
}
