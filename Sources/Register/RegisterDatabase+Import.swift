package import Domain
import Foundation
import GRDB

extension RegisterDatabase {
    /// What became of one imported registration.
    package struct Imported: Sendable {
        package let receipt: StoredReceipt
        /// Nothing in quarantine.
        package let number: RegisterNumber?
        /// It was here before.
        package let wasKnown: Bool
    }

    /// Takes in a checked registration with those of its outcomes that have come about; may be repeated.
    ///
    /// Times of receipt and outcome are the ones given; the log has the time it was written down.
    package func enter(_ ready: RegistrationImport.Ready, by officer: Officer) throws -> Imported {
        try act(by: officer, duty: .clerk) { db, now in
            let known = try StoredSubmission.receipt(forToken: ready.submission.token, in: db)
            let receipt = try StoredSubmission(ready.submission, actor: officer.account, enteredAt: now).store(in: db)
            let row = try RegistrationRow.find(receipt.reference, in: db)
            for outcome in ready.outcomes where outcome.at <= now && row.number != nil {
                try apply(outcome, to: row.id, by: officer, at: now, in: db)
            }
            return Imported(receipt: receipt, number: row.number, wasKnown: known != nil)
        }
    }

    /// Only what is not so already: importing again changes nothing.
    private func apply(
        _ outcome: ImportedOutcome, to registration: Int64, by officer: Officer, at now: Date, in db: Database
    ) throws {
        let matters = try MatterRow.all(of: registration, in: db)
        guard let found = matters.first(where: { $0.matter.id.position == outcome.matter }),
            found.matter.outcome == nil, found.matter.sameAs == nil
        else { return }
        let actor = officer.account
        if found.matter.subject != outcome.subject {
            try found.classify(outcome.subject, at: outcome.at, actor: actor, loggedAt: now, in: db)
        }
        if found.matter.division != outcome.division {
            try found.assign(outcome.division, at: outcome.at, actor: actor, loggedAt: now, in: db)
        }
        try OutcomeDecision(
            matter: found, outcome: outcome.kind, at: outcome.at, note: outcome.reason, actor: actor
        ).record(loggedAt: now, in: db)
    }
}
