import Cryptography
import Domain
import Foundation
import GRDB

/// A submission on its way through the transaction that stores it.
struct StoredSubmission {
    let submission: Submission
    /// The account that enters it; ``portal`` for what senders send themselves.
    let actor: String
    /// When it takes its number.
    let enteredAt: Date

    /// The actor of what comes in through the form service.
    static let portal = "portal"

    init(_ submission: Submission, actor: String = portal, enteredAt: Date? = nil) {
        self.submission = submission
        self.actor = actor
        self.enteredAt = enteredAt ?? submission.receivedAt
    }

    static func receipt(forToken token: [UInt8], in db: Database) throws -> StoredReceipt? {
        let found = try db.first(
            """
            SELECT reference, received_at, series, is_late, EXISTS (
                SELECT 1 FROM decision WHERE registration = registration.id AND verb = ?) AS replaced
            FROM registration WHERE token_digest = ?
            """,
            [.text(Verb.recoded.rawValue), .bytes(SHA256Digest(of: token).bytes)]
        ) { row in
            Reference(row.text(0)).map { reference in
                StoredReceipt(
                    reference: reference, receivedAt: Date(seconds: row.number(1)), series: Series(id: row.text(2)),
                    isLate: row.number(3) == 1, codeIsReplaced: row.number(4) == 1)
            }
        }
        guard let receipt = found else { return nil }
        guard let receipt else { throw RegisterError.unreadableRow(table: "registration", id: 0) }
        return receipt
    }

    /// Receipt, number, matters and event are one: all or nothing.
    func store(in db: Database) throws -> StoredReceipt {
        if let receipt = try StoredSubmission.receipt(forToken: submission.token, in: db) { return receipt }
        try db.asOne {
            try rememberForm(in: db)
            let number = try submission.quarantine == nil ? RegisterEntry.next(in: submission.series, db) : nil
            let record = RegistrationRecord(self, number: number)
            let id = try insert(record, in: db)
            if number != nil {
                try RegisterEntry.makeMatters(of: id, from: submission.answers, form: submission.form, in: db)
            }
            try Event.append(
                .stored, object: number?.description ?? submission.reference.description,
                record: RecordID(kind: .registration, id: id), commitment: record.commitment, actor: actor,
                at: enteredAt.seconds, in: db)
        }
        return StoredReceipt(
            reference: submission.reference, receivedAt: submission.receivedAt, series: submission.series,
            isLate: submission.isLate)
    }

    private func rememberForm(in db: Database) throws {
        let isKnown = try db.first("SELECT 1 FROM form WHERE digest = ?", [.text(submission.formDigest)]) { _ in true }
        guard isKnown == nil else { return }
        let definition = try submission.form.canonicalBytes()
        guard SHA256Digest(of: definition).description == submission.formDigest else {
            throw RegisterError.digestMismatch
        }
        try db.run("INSERT INTO form (digest, definition) VALUES (?, ?)", [submission.formDigest, definition])
    }

    private func insert(_ record: RegistrationRecord, in db: Database) throws -> Int64 {
        let original = try db.first(
            "SELECT id FROM registration WHERE series = ? AND content_digest = ? ORDER BY id LIMIT 1",
            [.text(record.series), .bytes(record.contentDigest)]
        ) { $0.number(0) }
        try db.perform(
            """
            INSERT INTO registration (series, number, entered_at, reference, token_digest, code_hash, channel, form,
                answers, content_digest, duplicate_of, received_at, is_late, quarantine, sender_hash, sender_expires,
                salt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .text(record.series), .number(record.number), .number(record.enteredAt), .text(record.reference),
                .bytes(record.tokenDigest), .bytes(submission.codeHash), .text(record.channel), .text(record.form),
                .text(record.answers), .bytes(record.contentDigest), .number(original), .number(record.receivedAt),
                .number(record.isLate ? 1 : 0), .text(record.quarantine), .bytes(submission.sender?.hash),
                .number(submission.sender?.expires.seconds), .bytes(record.salt),
            ])
        return db.lastInsertedRowID
    }
}
