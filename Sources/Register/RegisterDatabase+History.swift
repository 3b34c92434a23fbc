package import Domain
package import Foundation
import GRDB

/// Something that was done about a registration: a line of the event log with what the log keeps apart.
package struct HistoryLine: Hashable, Sendable {
    /// When it was written down.
    package let at: Date
    /// An operating-system account, or `portal`.
    package let actor: String
    package let verb: Verb
    /// A number, a matter's id, or a reference.
    package let object: String
    /// An id or a word of ours; empty for none.
    package let value: String
    /// A reason or remark; empty for none.
    package let note: String
}

extension RegisterDatabase {
    /// What was done about a registration, oldest first.
    ///
    /// - Parameter includingSealed: With the notes on excluded matters, which may repeat what was sealed.
    package func history(of reference: Reference, includingSealed: Bool = false) throws -> [HistoryLine] {
        try queue.read { db in
            let registration = try RegistrationRow.find(reference, in: db)
            let sealed = Set(
                try MatterRow.all(of: registration.id, in: db).map(\.matter).filter(\.isSealed).map(\.id.description))
            return try db.rows(
                """
                SELECT event.seq, event.at, event.actor, event.verb, event.object, decision.value, note.text
                FROM event
                LEFT JOIN decision ON record_kind = 'decision' AND decision.id = record
                LEFT JOIN note ON note.decision = decision.id
                WHERE record_kind = 'registration' AND record = ?1 OR decision.registration = ?1
                    OR record_kind = 'approval' AND record IN (
                        SELECT approval.id FROM approval JOIN matter ON matter.id = approval.matter
                        WHERE matter.registration = ?1)
                ORDER BY event.seq
                """, [registration.id]
            ).map { row in
                guard let verb = Verb(rawValue: row["verb"]) else {
                    throw RegisterError.unreadableRow(table: "event", id: row["seq"])
                }
                let object: String = row["object"]
                let hidden = !includingSealed && sealed.contains(object)
                return HistoryLine(
                    at: Date(seconds: row["at"]), actor: row["actor"], verb: verb, object: object,
                    value: row["value"] ?? "", note: hidden ? "" : row["text"] ?? "")
            }
        }
    }
}
