import Cryptography
import Domain
import Foundation
import GRDB

/// Whether what the columns say now follows from what was received and decided.
struct ConsistencyCheck {
    let db: Database

    func faults() throws -> [RegisterFault] {
        try unlogged() + notes() + MatterCheck(db: db).faults() + released() + refused() + withdrawn() + contents()
    }

    private func unlogged() throws -> [RegisterFault] {
        try ["registration", "decision", "approval"].flatMap { table in
            try Int64.fetchAll(
                db,
                sql: """
                    SELECT id FROM \(table)
                    WHERE id NOT IN (SELECT record FROM event WHERE record_kind = ?) ORDER BY id
                    """, arguments: [table]
            ).map { RegisterFault.unloggedRecord(table: table, id: $0) }
        }
    }

    /// A note that is there is the one that was committed to.
    private func notes() throws -> [RegisterFault] {
        try Row.fetchAll(
            db,
            sql:
                "SELECT note.*, note_commitment FROM note JOIN decision ON decision.id = note.decision ORDER BY decision"
        ).compactMap { row in
            let made = Decision.commitment(note: row["text"], salt: [UInt8](row["salt"] as Data))
            let kept: Data? = row["note_commitment"]
            return kept == made.data ? nil : .inconsistent(object: "note \(row["decision"] as Int64)", column: "text")
        }
    }

    /// A number taken from quarantine is the one the release decided.
    private func released() throws -> [RegisterFault] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT registration.id, series, number,
                    (SELECT value FROM decision WHERE registration = registration.id AND verb = 'released') AS decided
                FROM registration WHERE quarantine IS NOT NULL AND number IS NOT NULL
                """
        ).compactMap { row in
            let number = RegisterNumber(series: Series(id: row["series"]), number: row["number"]).description
            return number == row["decided"] as String? ? nil : .inconsistent(object: number, column: "number")
        }
    }

    /// What was refused last is what stays out.
    private func refused() throws -> [RegisterFault] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT reference, refused_at IS NOT NULL AS refused,
                    (SELECT verb FROM decision WHERE registration = registration.id AND verb IN ('refused', 'released')
                        ORDER BY id DESC LIMIT 1) AS decided
                FROM registration WHERE quarantine IS NOT NULL
                """
        ).compactMap { row in
            let decided: String? = row["decided"]
            return (decided == Verb.refused.rawValue) == row["refused"]
                ? nil : .inconsistent(object: row["reference"], column: "refused_at")
        }
    }

    /// An approval is in force unless a withdrawal or a newer approval came after it.
    private func withdrawn() throws -> [RegisterFault] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT approval.id, withdrawn_at IS NOT NULL AS withdrawn, EXISTS (
                    SELECT 1 FROM event JOIN event AS approved
                        ON approved.record_kind = 'approval' AND approved.record = approval.id
                    WHERE event.seq > approved.seq AND event.object = approved.object
                        AND event.verb IN ('approved', 'withdrawn')) AS ended
                FROM approval
                """
        ).compactMap { row in
            row["withdrawn"] as Bool == row["ended"]
                ? nil : .inconsistent(object: "approval \(row["id"] as Int64)", column: "withdrawn_at")
        }
    }

    /// Definitions are what their digests say.
    private func contents() throws -> [RegisterFault] {
        try Row.fetchAll(db, sql: "SELECT digest, definition FROM form").compactMap { row in
            let digest: String = row["digest"]
            return SHA256Digest(of: row["definition"] as Data).description == digest
                ? nil : .inconsistent(object: "form \(digest)", column: "definition")
        }
    }
}
