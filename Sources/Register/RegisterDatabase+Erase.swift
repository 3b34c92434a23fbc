import Cryptography
package import Domain
import Foundation
import GRDB

extension RegisterDatabase {
    /// Erases what a sender wrote: the fields their form marks so, the matters made of them, notes and address mark.
    ///
    /// Number, dates, channel and outcomes stay, so the figures do not change. The salt goes with the text: nobody
    /// can try out afterwards what the event log's commitment was made of.
    /// - Parameter actor: The account that does it.
    /// - Returns: What was left to erase, and whether the bytes are gone.
    @discardableResult
    package func erase(_ reference: Reference, by actor: String) throws -> ErasureResult {
        let now = clock.now.seconds
        return try inTurn { db in
            var erased = false
            try db.inTransaction(.immediate) {
                erased = try Erasure(reference, in: db)?.run(by: actor, at: now, in: db) != nil
                return .commit
            }
            return ErasureResult(erased: erased, bytesAreGone: try Self.emptyLog(db))
        }
    }

    /// Writes the write-ahead log back and cuts it to nothing: until then it holds the rows as they were, and so does
    /// the file itself.
    ///
    /// - Returns: False when another program was reading all the while.
    private static func emptyLog(_ db: Database) throws -> Bool {
        do {
            return try db.row("PRAGMA wal_checkpoint(TRUNCATE)")?[0] == 0
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            return false
        }
    }

    /// The matters of everything that was erased: drafts of their answers quote it.
    package func erasedMatters() throws -> [MatterID] {
        try queue.read { db in
            try db.rows(
                """
                SELECT matter_now.* FROM matter_now JOIN registration ON registration.id = matter_now.registration
                WHERE registration.salt IS NULL AND matter_now.number IS NOT NULL
                """
            ).map(MatterRow.id)
        }
    }
}

/// What an erasure did.
package struct ErasureResult: Hashable, Sendable {
    /// False when it was erased before, or is unknown.
    package let erased: Bool
    /// False when another program kept the write-ahead log from being emptied: what was erased is still in the files of
    /// the register. Erasing once more tries again.
    package let bytesAreGone: Bool

    package init(erased: Bool, bytesAreGone: Bool) {
        self.erased = erased
        self.bytesAreGone = bytesAreGone
    }
}

/// One registration on its way to being erased.
private struct Erasure {
    let row: RegistrationRow
    /// What the event log calls it.
    let object: String

    /// Nothing when it is unknown or was erased before.
    init?(_ reference: Reference, in db: Database) throws {
        let found = try db.row(
            "SELECT * FROM registration WHERE reference = ? AND salt IS NOT NULL", [reference.symbols])
        guard let found else { return nil }
        row = try RegistrationRow(found)
        let stored = try db.row(
            "SELECT object FROM event WHERE record_kind = 'registration' AND record = ? AND verb = 'stored'", [row.id])
        guard let stored else { throw RegisterError.unreadableRow(table: "registration", id: row.id) }
        object = stored["object"]
    }

    func run(by actor: String, at now: Int64, in db: Database) throws {
        let form = try RegisterDatabase.form(digest: row.formDigest, in: db)
        let fields = form.fields.filter(\.isErased).map(\.name)
        let kept = FormAnswers(row.answers.values.filter { !fields.contains($0.key) })
        try db.run(
            """
            UPDATE registration SET answers = ?, content_digest = ?, sender_hash = NULL, sender_expires = NULL,
                salt = NULL
            WHERE id = ?
            """,
            // A digest of what was written could be tried out against guesses.
            [String(decoding: kept.canonicalBytes, as: UTF8.self), SecureRandom.bytes(32).data, row.id])
        for field in fields {
            try db.run("UPDATE matter SET text = '' WHERE registration = ? AND field = ?", [row.id, field])
        }
        try db.run(
            "DELETE FROM note WHERE decision IN (SELECT id FROM decision WHERE registration = ?)", [row.id])
        try Event.append(
            .erased, object: object, record: RecordID(kind: .registration, id: row.id),
            commitment: [UInt8](repeating: 0, count: 32), actor: actor, at: now, in: db)
    }
}
