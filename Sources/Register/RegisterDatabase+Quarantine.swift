package import Domain
import Foundation
import GRDB

extension RegisterDatabase {
    /// Lets a quarantined registration enter the register: it takes the next number of its series.
    ///
    /// A refused one may still be released: a refusal can be a mistake.
    /// - Throws: ``RegisterError/notQuarantined(_:)`` when it has a number already.
    @discardableResult
    package func release(_ reference: Reference, by officer: Officer) throws -> RegisterNumber {
        try act(by: officer, duty: .clerk) { db, now in
            let waiting = try quarantined(reference, in: db)
            let number = try RegisterEntry.next(in: waiting.series, db)
            try db.run(
                "UPDATE registration SET number = ?, entered_at = ?, refused_at = NULL WHERE id = ?",
                [number.number, now.seconds, waiting.id])
            try RegisterEntry.makeMatters(
                of: waiting.id, from: waiting.answers, form: Self.form(digest: waiting.formDigest, in: db), in: db)
            try Decision(
                verb: .released, registration: waiting.id, object: number.description, value: number.description,
                at: now, actor: officer.account
            ).record(loggedAt: now, in: db)
            return number
        }
    }

    /// Keeps a quarantined registration out of the register, for a reason that is kept; nothing is deleted.
    ///
    /// - Throws: ``RegisterError/notQuarantined(_:)`` when it has a number; ``RegisterError/reasonNeeded``.
    package func refuse(_ reference: Reference, reason: String, by officer: Officer) throws {
        guard !reason.isEmpty else { throw RegisterError.reasonNeeded }
        try act(by: officer, duty: .clerk) { db, now in
            let waiting = try quarantined(reference, in: db)
            try db.run("UPDATE registration SET refused_at = ? WHERE id = ?", [now.seconds, waiting.id])
            try Decision(
                verb: .refused, registration: waiting.id, object: reference.description, note: reason, at: now,
                actor: officer.account
            ).record(loggedAt: now, in: db)
        }
    }

    private func quarantined(_ reference: Reference, in db: Database) throws -> RegistrationRow {
        let found = try RegistrationRow.find(reference, in: db)
        guard found.number == nil else { throw RegisterError.notQuarantined(reference) }
        return found
    }

    /// The definition a registration was given under.
    static func form(digest: String, in db: Database) throws -> FormDefinition {
        guard let row = try db.row("SELECT definition FROM form WHERE digest = ?", [digest]) else {
            throw RegisterError.digestMismatch
        }
        return try FormDefinition(canonicalBytes: row["definition"])
    }
}
