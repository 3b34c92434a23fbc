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
        try db.row(
            """
            SELECT reference, received_at, series, is_late, EXISTS (
                SELECT 1 FROM decision WHERE registration = registration.id AND verb = ?) AS replaced
            FROM registration WHERE token_digest = ?
            """,
            [Verb.recoded.rawValue, SHA256Digest(of: token).bytes.data]
        ).map { row in
            guard let reference = Reference(row["reference"] as String) else {
                throw RegisterError.unreadableRow(table: "registration", id: 0)
            }
            return StoredReceipt(
                reference: reference, receivedAt: Date(seconds: row["received_at"]), series: Series(id: row["series"]),
                isLate: row["is_late"], codeIsReplaced: row["replaced"])
        }
    }

    /// Receipt, number, matters and event are one: all or nothing.
    func store(in db: Database) throws -> StoredReceipt {
        if let receipt = try StoredSubmission.receipt(forToken: submission.token, in: db) { return receipt }
        try db.inSavepoint {
            try rememberForm(in: db)
            let number = try submission.quarantine == nil ? RegisterEntry.next(in: submission.series, db) : nil
            let id = try insert(number: number, in: db)
            if number != nil {
                try RegisterEntry.makeMatters(of: id, from: submission.answers, form: submission.form, in: db)
            }
            let stored = try RegistrationRecord.load(id: id, in: db)
            try Event.append(
                .stored, object: number?.description ?? submission.reference.description,
                record: RecordID(kind: .registration, id: id), commitment: stored.commitment, actor: actor,
                at: enteredAt.seconds, in: db)
            return .commit
        }
        return StoredReceipt(
            reference: submission.reference, receivedAt: submission.receivedAt, series: submission.series,
            isLate: submission.isLate)
    }

    private func rememberForm(in db: Database) throws {
        guard try db.row("SELECT 1 FROM form WHERE digest = ?", [submission.formDigest]) == nil else { return }
        let definition = try submission.form.canonicalBytes()
        guard SHA256Digest(of: definition).description == submission.formDigest else {
            throw RegisterError.digestMismatch
        }
        try db.run("INSERT INTO form (digest, definition) VALUES (?, ?)", [submission.formDigest, definition])
    }

    private func insert(number: RegisterNumber?, in db: Database) throws -> Int64 {
        let answers = try submission.answers.canonicalBytes()
        let contentDigest = SHA256Digest(of: answers).bytes.data
        let duplicate = try db.row(
            "SELECT id FROM registration WHERE series = ? AND content_digest = ? ORDER BY id LIMIT 1",
            [submission.series.id, contentDigest])
        try db.run(
            """
            INSERT INTO registration (series, number, entered_at, reference, token_digest, code_hash, channel, form,
                answers, content_digest, duplicate_of, received_at, is_late, quarantine, sender_hash, sender_expires,
                salt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                submission.series.id, number?.number, number == nil ? nil : enteredAt.seconds,
                submission.reference.symbols, SHA256Digest(of: submission.token).bytes.data, submission.codeHash.data,
                submission.channel.rawValue, submission.formDigest,
                String(decoding: answers, as: UTF8.self), contentDigest, duplicate?["id"] as Int64?,
                submission.receivedAt.seconds, submission.isLate, submission.quarantine?.rawValue,
                submission.sender?.hash.data, submission.sender?.expires.seconds, SecureRandom.bytes(16).data,
            ])
        return db.lastInsertedRowID
    }
}
