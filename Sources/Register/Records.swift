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
    let salt: [UInt8]?
    let canonical: CanonicalBytes

    static func load(id: Int64, in db: Database) throws -> RegistrationRecord {
        guard let row = try db.row("SELECT * FROM registration WHERE id = ?", [id]) else {
            throw RegisterError.unreadableRow(table: "registration", id: id)
        }
        return RegistrationRecord(row)
    }

    init(_ row: Row) {
        salt = (row["salt"] as Data?).map { [UInt8]($0) }
        var canonical = CanonicalBytes()
        let quarantine: String? = row["quarantine"]
        for column in ["series", "reference", "channel", "form", "answers"] { canonical.add(row[column] as String) }
        canonical.add(quarantine)
        // From quarantine it takes its number by a decision, which commits to it.
        canonical.add(quarantine == nil ? row["number"] as Int64? : nil)
        canonical.add(quarantine == nil ? row["entered_at"] as Int64? : nil)
        canonical.add(row["token_digest"] as Data)
        canonical.add(row["content_digest"] as Data)
        canonical.add(row["received_at"] as Int64)
        canonical.add(row["is_late"] as Int64)
        self.canonical = canonical
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
