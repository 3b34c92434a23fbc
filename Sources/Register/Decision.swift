import Cryptography
import Domain
import Foundation
import GRDB

/// Something the office decides about a registration or a matter: a row, its note, and an event, in one transaction.
struct Decision {
    let verb: Verb
    let registration: Int64
    var matter: Int64?
    /// What the event log calls it.
    let object: String
    /// An id or a word of ours, never free text.
    var value = ""
    /// Free text: kept apart, so that it can be erased.
    var note = ""
    /// When it took effect.
    let at: Date
    let actor: String

    /// - Parameter loggedAt: When it was written down; differs from `at` for what is entered afterwards.
    func record(loggedAt: Date, in db: Database) throws {
        let noteSalt = SecureRandom.bytes(16)
        try db.run(
            """
            INSERT INTO decision (verb, registration, matter, value, note_commitment, at, actor, salt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                verb.rawValue, registration, matter, value,
                note.isEmpty ? nil : Decision.commitment(note: note, salt: noteSalt).data, at.seconds, actor,
                SecureRandom.bytes(16).data,
            ])
        let id = db.lastInsertedRowID
        if !note.isEmpty {
            try db.run("INSERT INTO note (decision, text, salt) VALUES (?, ?, ?)", [id, note, noteSalt.data])
        }
        guard let row = try db.row("SELECT * FROM decision WHERE id = ?", [id]) else {
            throw RegisterError.unreadableRow(table: "decision", id: id)
        }
        try Event.append(
            verb, object: object, record: RecordID(kind: .decision, id: id), commitment: DecisionRecord(row).commitment,
            actor: actor, at: loggedAt.seconds, in: db)
    }

    static func commitment(note: String, salt: [UInt8]) -> [UInt8] {
        var canonical = CanonicalBytes()
        canonical.add(note)
        return canonical.commitment(salt: salt)
    }
}

extension RegisterDatabase {
    /// One act of the office: allowed or refused by duty, then one immediate transaction at one instant.
    func act<Result>(by officer: Officer, duty: Officer.Duty, _ work: (Database, Date) throws -> Result) throws
        -> Result
    {
        guard officer.duties.contains(duty) else {
            throw RegisterError.notAllowed(account: officer.account, duty: duty)
        }
        let now = clock.now
        return try inTurn { db in
            var result: Result?
            try db.inTransaction(.immediate) {
                result = try work(db, now)
                return .commit
            }
            guard let result else { preconditionFailure("a transaction that commits has a result") }
            return result
        }
    }
}
