package import Foundation

/// One received form, from any channel (phiếu đăng ký).
package struct Registration: Hashable, Sendable {
    /// Nothing while in quarantine or refused.
    package var number: RegisterNumber?
    package var series: Series
    package var reference: Reference
    package var channel: Channel
    /// SHA-256 of the form definition it was given under, in hexadecimal.
    package var formDigest: String
    package var answers: FormAnswers
    package var receivedAt: Date
    /// When it took its number.
    package var enteredAt: Date?
    /// Received after the closing second, outside the grace of the check page.
    package var isLate: Bool
    package var quarantine: Quarantine?
    package var refusedAt: Date?
    /// The reference of an earlier registration with equal content.
    package var likelyDuplicateOf: Reference?
    package var matters: [Matter]

    package init(
        number: RegisterNumber?, series: Series, reference: Reference, channel: Channel, formDigest: String,
        answers: FormAnswers, receivedAt: Date, enteredAt: Date?, isLate: Bool, quarantine: Quarantine?,
        refusedAt: Date?, likelyDuplicateOf: Reference?, matters: [Matter]
    ) {
        self.number = number
        self.series = series
        self.reference = reference
        self.channel = channel
        self.formDigest = formDigest
        self.answers = answers
        self.receivedAt = receivedAt
        self.enteredAt = enteredAt
        self.isLate = isLate
        self.quarantine = quarantine
        self.refusedAt = refusedAt
        self.likelyDuplicateOf = likelyDuplicateOf
        self.matters = matters
    }
}

/// Why a registration waits outside the register until the office looks at it (chờ kiểm tra).
package enum Quarantine: String, Hashable, Sendable, Codable, CaseIterable {
    /// The field no person sees was filled in.
    case honeypot
    /// Sent sooner than a person can read the form.
    case tooFast = "too-fast"
    /// More links than someone who asks a question needs.
    case manyLinks = "many-links"
    /// One piece of text said over and over.
    case repetitive

    package var label: String {
        switch self {
        case .honeypot: "Ô bẫy máy tự động có chữ"
        case .tooFast: "Gửi nhanh hơn người đọc kịp"
        case .manyLinks: "Có nhiều đường dẫn"
        case .repetitive: "Một đoạn lặp đi lặp lại"
        }
    }
}

/// One question, difficulty or proposal inside a registration (nội dung): the unit of counting.
package struct Matter: Hashable, Sendable {
    package var id: MatterID
    /// The form field it was written in.
    package var field: String
    package var text: String
    /// A subject's id, or ``Subject/unsure``.
    package var subject: String
    /// A division's id; nothing while unassigned.
    package var division: String?
    /// The matter whose outcome it shares.
    package var sameAs: MatterID?
    package var outcome: Outcome?
    package var outcomeAt: Date?

    package init(
        id: MatterID, field: String, text: String, subject: String, division: String?, sameAs: MatterID?,
        outcome: Outcome?, outcomeAt: Date?
    ) {
        self.id = id
        self.field = field
        self.text = text
        self.subject = subject
        self.division = division
        self.sameAs = sameAs
        self.outcome = outcome
        self.outcomeAt = outcomeAt
    }
}
