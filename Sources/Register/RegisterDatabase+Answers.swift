import Cryptography
package import Domain
package import Foundation
import GRDB

extension RegisterDatabase {
    /// What drafting an answer needs of the registration behind a matter.
    package struct Origin: Hashable, Sendable {
        package let matter: Matter
        package let receivedAt: Date
        package let form: FormDefinition
        package let answers: FormAnswers
    }

    /// The registration behind a matter; for the origin rule too.
    ///
    /// - Throws: ``RegisterError/sealed(_:)`` for an excluded matter: it has no answer.
    package func origin(of id: MatterID) throws -> Origin {
        try queue.read { db in
            let matter = try MatterRow.find(id, in: db).matter
            guard !matter.isSealed else { throw RegisterError.sealed(id) }
            let registration = try RegistrationRow.find(id.registration, in: db)
            return Origin(
                matter: matter, receivedAt: registration.receivedAt,
                form: try Self.form(digest: registration.formDigest, in: db), answers: registration.answers)
        }
    }

    /// Notes who drafts the answer to a matter, and gives it to `division` when it is nobody's yet.
    package func draft(_ id: MatterID, division: String, by officer: Officer) throws {
        try act(by: officer, duty: .division) { db, now in
            let matter = try MatterRow.find(id, in: db)
            guard !matter.matter.isSealed else { throw RegisterError.sealed(id) }
            guard matter.matter.sameAs == nil else { throw RegisterError.notAnOriginal(id) }
            try Decision(
                verb: .drafted, registration: matter.registration, matter: matter.id, object: id.description,
                at: now, actor: officer.account
            ).record(loggedAt: now, in: db)
            guard matter.matter.division == nil else { return }
            try matter.assign(division, at: now, actor: officer.account, loggedAt: now, in: db)
        }
    }

    /// Approves the bytes of an answer; its matter takes outcome, subject and division from it.
    ///
    /// - Parameters:
    ///   - note: Why what the origin rule found may stand; empty when it found nothing.
    /// - Throws: ``RegisterError/noDraft(_:)``, ``RegisterError/drafterApproves(account:)``, ``RegisterError/sealed(_:)``.
    package func approve(
        _ answer: Answer, of id: MatterID, note: String = "", by officer: Officer
    ) throws {
        try act(by: officer, duty: .approver) { db, now in
            let matter = try MatterRow.find(id, in: db)
            guard !matter.matter.isSealed else { throw RegisterError.sealed(id) }
            let drafter = try drafter(of: matter, in: db)
            guard drafter != officer.account else { throw RegisterError.drafterApproves(account: drafter) }
            try withdraw(matter, at: now, in: db)
            try db.run(
                """
                INSERT INTO approval (matter, sha256, drafter, approver, approved_at, salt) VALUES (?, ?, ?, ?, ?, ?)
                """,
                [matter.id, answer.sourceDigest, drafter, officer.account, now.seconds, SecureRandom.bytes(16).data])
            try log(.approved, approvalRow: db.lastInsertedRowID, of: matter, actor: officer.account, at: now, in: db)
            try OutcomeDecision(matter: matter, outcome: answer.outcome, at: now, note: note, actor: officer.account)
                .record(loggedAt: now, in: db)
            if matter.matter.subject != answer.subject {
                try matter.classify(answer.subject, at: now, actor: officer.account, loggedAt: now, in: db)
            }
            if matter.matter.division != answer.division {
                try matter.assign(answer.division, at: now, actor: officer.account, loggedAt: now, in: db)
            }
        }
    }

    /// Withdraws the approval of a matter's answer and opens the matter again.
    ///
    /// - Throws: ``RegisterError/reasonNeeded``, ``RegisterError/notApproved(_:)``.
    package func withdraw(_ id: MatterID, reason: String, by officer: Officer) throws {
        guard !reason.isEmpty else { throw RegisterError.reasonNeeded }
        try act(by: officer, duty: .approver) { db, now in
            let matter = try MatterRow.find(id, in: db)
            guard try withdraw(matter, at: now, in: db) else { throw RegisterError.notApproved(id) }
            try Decision(
                verb: .withdrawn, registration: matter.registration, matter: matter.id, object: id.description,
                note: reason, at: now, actor: officer.account
            ).record(loggedAt: now, in: db)
            try OutcomeDecision(matter: matter, outcome: nil, at: now, note: "", actor: officer.account)
                .record(loggedAt: now, in: db)
        }
    }

    /// The newest approval of each matter, in force or withdrawn.
    package func approvals() throws -> [Approval] {
        try queue.read { db in
            // One question for all of them: a portal of some years has ten thousand.
            try db.rows(
                """
                SELECT approval.*, series, number, position FROM approval JOIN matter_now ON matter_now.id = matter
                WHERE approval.id IN (SELECT MAX(id) FROM approval GROUP BY matter) ORDER BY approval.id
                """
            ).map { row in
                Approval(
                    matter: MatterRow.id(row), sha256: row["sha256"], drafter: row["drafter"],
                    approver: row["approver"],
                    approvedAt: Date(seconds: row["approved_at"]),
                    withdrawnAt: (row["withdrawn_at"] as Int64?).map(Date.init(seconds:)))
            }
        }
    }

    @discardableResult
    private func withdraw(_ matter: MatterRow, at now: Date, in db: Database) throws -> Bool {
        try db.run(
            "UPDATE approval SET withdrawn_at = ? WHERE matter = ? AND withdrawn_at IS NULL", [now.seconds, matter.id])
        return db.changesCount > 0
    }

    /// Who drafted last. A draft from before a split answers a question that is not the matter's any more.
    private func drafter(of matter: MatterRow, in db: Database) throws -> String {
        let row = try db.row(
            "SELECT verb, actor FROM decision WHERE matter = ? AND verb IN ('drafted', 'split') ORDER BY id DESC LIMIT 1",
            [matter.id])
        guard let row, row["verb"] == Verb.drafted.rawValue else { throw RegisterError.noDraft(matter.matter.id) }
        return row["actor"]
    }

    private func log(
        _ verb: Verb, approvalRow id: Int64, of matter: MatterRow, actor: String, at: Date, in db: Database
    ) throws {
        guard let row = try db.row("SELECT * FROM approval WHERE id = ?", [id]) else {
            throw RegisterError.unreadableRow(table: "approval", id: id)
        }
        try Event.append(
            verb, object: matter.matter.id.description, record: RecordID(kind: .approval, id: id),
            commitment: ApprovalRecord(row).commitment, actor: actor, at: at.seconds, in: db)
    }
}
