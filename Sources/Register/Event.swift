import Cryptography
import Foundation
import GRDB

/// What was done; the words of the event log.
package enum Verb: String, Hashable, Sendable, Codable {
    case stored
    case released
    case refused
    case classified
    case assigned
    case joined
    case split
    case outcome
    case reopened
    case unsealed
    case recoded
    case drafted
    case approved
    case withdrawn
    case erased
}

/// The row an event speaks of.
struct RecordID: Hashable {
    enum Kind: String { case registration, decision, approval }

    let kind: Kind
    let id: Int64
}

/// One line of the event log.
struct Event {
    let seq: Int64
    let at: Int64
    let actor: String
    let verb: String
    let object: String
    let recordKind: String
    let record: Int64
    let commitment: [UInt8]
    let previous: [UInt8]

    /// What chains it: changing any field of any earlier line changes every hash after it.
    var hash: [UInt8] {
        var canonical = CanonicalBytes()
        canonical.add(seq)
        canonical.add(at)
        for text in [actor, verb, object, recordKind] { canonical.add(text) }
        canonical.add(record)
        canonical.add(commitment)
        canonical.add(previous)
        return SHA256Digest(of: canonical.bytes).bytes
    }

    /// Appends what was done to the log, within the transaction that did it.
    ///
    /// - Parameter object: A number, a matter's id or a reference: never a word a sender wrote.
    static func append(
        _ verb: Verb, object: String, record: RecordID, commitment: [UInt8], actor: String, at: Int64, in db: Database
    ) throws {
        let last = try db.first("SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1") { row in
            (seq: row.number(0), hash: row.bytes(1))
        }
        let event = Event(
            seq: (last?.seq ?? 0) + 1, at: at, actor: actor, verb: verb.rawValue, object: object,
            recordKind: record.kind.rawValue, record: record.id, commitment: commitment,
            previous: last?.hash ?? [UInt8](repeating: 0, count: 32))
        try db.perform(
            """
            INSERT INTO event (seq, at, actor, verb, object, record_kind, record, commitment, previous, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .number(event.seq), .number(event.at), .text(event.actor), .text(event.verb), .text(event.object),
                .text(event.recordKind), .number(event.record), .bytes(event.commitment), .bytes(event.previous),
                .bytes(event.hash),
            ])
    }
}
