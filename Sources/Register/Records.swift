import Cryptography
import Domain
import Foundation
import GRDB

/// A row that events commit to, and the bytes of it that may not change.
protocol CommittedRecord {
    /// Goes when the row is erased; then the commitment says nothing any more.
    var salt: [UInt8]? { get }
    var canonical: CanonicalBytes { get }
}

extension CommittedRecord {
    /// Empty when the salt is gone.
    var commitment: [UInt8] { salt.map(canonical.commitment) ?? [] }
}

/// A registration as received; what the office decides later is committed to by decisions.
struct RegistrationRecord: CommittedRecord {
    let series: String
    let reference: String
    let channel: String
    let form: String
    /// JSON.
    let answers: String
    let quarantine: String?
    let number: Int64?
    let enteredAt: Int64?
    let tokenDigest: [UInt8]
    let contentDigest: [UInt8]
    let receivedAt: Int64
    let isLate: Bool
    let salt: [UInt8]?

    var canonical: CanonicalBytes {
        var canonical = CanonicalBytes()
        for text in [series, reference, channel, form, answers] { canonical.add(text) }
        canonical.add(quarantine)
        // From quarantine it takes its number by a decision, which commits to it.
        canonical.add(quarantine == nil ? number : nil)
        canonical.add(quarantine == nil ? enteredAt : nil)
        canonical.add(tokenDigest)
        canonical.add(contentDigest)
        canonical.add(receivedAt)
        canonical.add(isLate ? 1 as Int64 : 0)
        return canonical
    }
}

extension RegistrationRecord {
    init(_ row: Row) {
        self.init(
            series: row["series"], reference: row["reference"], channel: row["channel"], form: row["form"],
            answers: row["answers"], quarantine: row["quarantine"], number: row["number"],
            enteredAt: row["entered_at"], tokenDigest: [UInt8](row["token_digest"] as Data),
            contentDigest: [UInt8](row["content_digest"] as Data), receivedAt: row["received_at"],
            isLate: row["is_late"], salt: (row["salt"] as Data?).map { [UInt8]($0) })
    }

    init(_ stored: StoredSubmission, number: RegisterNumber?) {
        let submission = stored.submission
        let answers = submission.answers.canonicalBytes
        self.init(
            series: submission.series.id, reference: submission.reference.symbols,
            channel: submission.channel.rawValue, form: submission.formDigest,
            answers: String(decoding: answers, as: UTF8.self), quarantine: submission.quarantine?.rawValue,
            number: number.map { Int64($0.number) }, enteredAt: number == nil ? nil : stored.enteredAt.seconds,
            tokenDigest: SHA256Digest(of: submission.token).bytes, contentDigest: SHA256Digest(of: answers).bytes,
            receivedAt: submission.receivedAt.seconds, isLate: submission.isLate, salt: SecureRandom.bytes(16))
    }
}

/// A decision of the office; its note is committed to by a digest of its own.
struct DecisionRecord: CommittedRecord {
    let salt: [UInt8]?
    let canonical: CanonicalBytes

    init(_ row: Row) {
        salt = [UInt8](row["salt"] as Data)
        var canonical = CanonicalBytes()
        for column in ["verb", "value", "actor"] { canonical.add(row[column] as String) }
        canonical.add(row["registration"] as Int64)
        canonical.add(row["matter"] as Int64?)
        canonical.add(row["note_commitment"] as Data?)
        canonical.add(row["at"] as Int64)
        self.canonical = canonical
    }
}

/// An approval; its withdrawal is a decision.
struct ApprovalRecord: CommittedRecord {
    let salt: [UInt8]?
    let canonical: CanonicalBytes

    init(_ row: Row) {
        salt = [UInt8](row["salt"] as Data)
        var canonical = CanonicalBytes()
        canonical.add(row["matter"] as Int64)
        for column in ["sha256", "drafter", "approver"] { canonical.add(row[column] as String) }
        canonical.add(row["approved_at"] as Int64)
        self.canonical = canonical
    }
}
