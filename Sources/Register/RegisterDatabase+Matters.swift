package import Domain
package import Foundation
import GRDB

extension RegisterDatabase {
    /// Says what became of a matter.
    ///
    /// - Parameters:
    ///   - at: When it came about; now when nothing.
    ///   - note: Why, or what was done; demanded for excluded and withdrawn.
    /// - Throws: ``RegisterError/reasonNeeded``; ``RegisterError/notAnOriginal(_:)`` for a matter that shares another's;
    ///   ``RegisterError/answerInForce(_:)``, since a published answer and its matter say the same.
    package func setOutcome(
        _ outcome: Outcome, of id: MatterID, at: Date? = nil, note: String, by officer: Officer
    ) throws {
        guard outcome.isPublishable || !note.isEmpty else { throw RegisterError.reasonNeeded }
        try act(by: officer, duty: .clerk) { db, now in
            let matter = try MatterRow.find(id, in: db)
            try matter.requireNoAnswer(in: db)
            try OutcomeDecision(matter: matter, outcome: outcome, at: at ?? now, note: note, actor: officer.account)
                .record(loggedAt: now, in: db)
        }
    }

    /// Takes an outcome back, its own or a shared one: the matter is open again, and the same as no other.
    ///
    /// - Throws: ``RegisterError/reasonNeeded``, ``RegisterError/answerInForce(_:)``, ``RegisterError/isOpen(_:)``.
    package func reopen(_ id: MatterID, reason: String, by officer: Officer) throws {
        guard !reason.isEmpty else { throw RegisterError.reasonNeeded }
        try act(by: officer, duty: .clerk) { db, now in
            let found = try MatterRow.find(id, in: db)
            try found.requireNoAnswer(in: db)
            guard found.matter.outcome != nil || found.matter.sameAs != nil else { throw RegisterError.isOpen(id) }
            try db.run("UPDATE matter SET same_as = NULL WHERE id = ?", [found.id])
            try OutcomeDecision(
                matter: MatterRow.find(id, in: db), outcome: nil, at: now, note: reason, actor: officer.account
            ).record(loggedAt: now, in: db)
        }
    }

    /// Puts a matter under a subject.
    package func classify(_ id: MatterID, subject: String, at: Date? = nil, by officer: Officer) throws {
        try act(by: officer, duty: .clerk) { db, now in
            try MatterRow.find(id, in: db).classify(
                subject, at: at ?? now, actor: officer.account, loggedAt: now, in: db)
        }
    }

    /// Gives a matter to the division that answers.
    package func assign(_ id: MatterID, division: String, at: Date? = nil, by officer: Officer) throws {
        try act(by: officer, duty: .clerk) { db, now in
            try MatterRow.find(id, in: db).assign(
                division, at: at ?? now, actor: officer.account, loggedAt: now, in: db)
        }
    }

    /// Marks a matter as the same as another, whose outcome it shares from now on.
    ///
    /// - Throws: ``RegisterError/notAnOriginal(_:)`` when either is, or would become, a link in a chain;
    ///   ``RegisterError/answerInForce(_:)`` when it has an answer of its own; ``RegisterError/sealed(_:)``.
    package func join(_ id: MatterID, with original: MatterID, by officer: Officer) throws {
        try act(by: officer, duty: .clerk) { db, now in
            let found = try MatterRow.find(id, in: db)
            let other = try MatterRow.find(original, in: db)
            guard found.id != other.id, other.matter.sameAs == nil else { throw RegisterError.notAnOriginal(original) }
            guard try !found.isShared(in: db) else { throw RegisterError.notAnOriginal(id) }
            try found.requireNoAnswer(in: db)
            // Joined, it would lose the outcome that seals it.
            guard !found.matter.isSealed else { throw RegisterError.sealed(id) }
            try db.run(
                "UPDATE matter SET same_as = ?, outcome = NULL, outcome_at = NULL WHERE id = ?", [other.id, found.id])
            try Decision(
                verb: .joined, registration: found.registration, matter: found.id, object: id.description,
                value: original.description, at: now, actor: officer.account
            ).record(loggedAt: now, in: db)
        }
    }
}

extension MatterRow {
    func classify(_ subject: String, at: Date, actor: String, loggedAt: Date, in db: Database) throws {
        try db.run("UPDATE matter SET subject = ? WHERE id = ?", [subject, id])
        try Decision(
            verb: .classified, registration: registration, matter: id, object: matter.id.description, value: subject,
            at: at, actor: actor
        ).record(loggedAt: loggedAt, in: db)
    }

    func assign(_ division: String, at: Date, actor: String, loggedAt: Date, in db: Database) throws {
        try db.run("UPDATE matter SET division = ? WHERE id = ?", [division, id])
        try Decision(
            verb: .assigned, registration: registration, matter: id, object: matter.id.description, value: division,
            at: at, actor: actor
        ).record(loggedAt: loggedAt, in: db)
    }
}

/// The decision that gives a matter its outcome, or takes it back.
struct OutcomeDecision {
    let matter: MatterRow
    /// Nothing to open it again.
    let outcome: Outcome?
    let at: Date
    let note: String
    let actor: String

    func record(loggedAt: Date, in db: Database) throws {
        let id = matter.matter.id
        guard matter.matter.sameAs == nil else { throw RegisterError.notAnOriginal(id) }
        try db.run(
            "UPDATE matter SET outcome = ?, outcome_at = ? WHERE id = ?",
            [outcome?.rawValue, outcome == nil ? nil : at.seconds, matter.id])
        try Decision(
            verb: outcome == nil ? .reopened : .outcome, registration: matter.registration, matter: matter.id,
            object: id.description, value: outcome?.rawValue ?? "", note: note, at: at, actor: actor
        ).record(loggedAt: loggedAt, in: db)
    }
}
