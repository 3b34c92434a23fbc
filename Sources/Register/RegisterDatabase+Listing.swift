package import Domain
import Foundation
import GRDB

extension RegisterDatabase {
    /// Which registrations a listing shows.
    package enum Selection: Hashable, Sendable {
        /// In the register, by number.
        case entered
        /// Waiting for the office to look at them, oldest first.
        case quarantined
        /// Refused, oldest first.
        case refused
    }

    /// Registrations with their matters; sealed text is not in them.
    ///
    /// - Parameter series: Only of this series; of all when nothing.
    package func registrations(_ selection: Selection = .entered, in series: Series? = nil) throws -> [Registration] {
        let condition =
            switch selection {
            case .entered: "number IS NOT NULL"
            case .quarantined: "number IS NULL AND refused_at IS NULL"
            case .refused: "number IS NULL AND refused_at IS NOT NULL"
            }
        return try queue.read { db in
            let order = selection == .entered ? "series, number" : "received_at, id"
            return try db.rows(
                "SELECT * FROM registration WHERE \(condition) AND (?1 IS NULL OR series = ?1) ORDER BY \(order)",
                [series?.id]
            ).map { try sealed(RegistrationRow($0).registration(in: db), in: db) }
        }
    }

    /// One registration; sealed text is not in it.
    package func registration(_ number: RegisterNumber) throws -> Registration {
        try queue.read { try sealed(RegistrationRow.find(number, in: $0).registration(in: $0), in: $0) }
    }

    /// One registration by its reference: the way to those without a number.
    package func registration(_ reference: Reference) throws -> Registration {
        try queue.read { try sealed(RegistrationRow.find(reference, in: $0).registration(in: $0), in: $0) }
    }

    /// The form a registration was given under.
    package func form(digest: String) throws -> FormDefinition {
        try queue.read { try Self.form(digest: digest, in: $0) }
    }

    /// The whole of a registration with what is sealed in it; who asked and why is written down first.
    ///
    /// - Throws: ``RegisterError/reasonNeeded``.
    package func unseal(_ id: MatterID, reason: String, by officer: Officer) throws -> Registration {
        guard !reason.isEmpty else { throw RegisterError.reasonNeeded }
        return try act(by: officer, duty: .clerk) { db, now in
            let matter = try MatterRow.find(id, in: db)
            try Decision(
                verb: .unsealed, registration: matter.registration, matter: matter.id, object: id.description,
                note: reason, at: now, actor: officer.account
            ).record(loggedAt: now, in: db)
            return try RegistrationRow.find(id.registration, in: db).registration(in: db)
        }
    }

    /// Without the texts of excluded matters; without any answer when nothing else is left.
    private func sealed(_ registration: Registration, in db: Database) throws -> Registration {
        var shown = registration
        let hidden = registration.matters.filter(\.isSealed)
        guard !hidden.isEmpty else { return registration }
        for index in shown.matters.indices where shown.matters[index].isSealed { shown.matters[index].text = "" }
        for matter in hidden { shown.answers.values[matter.field] = nil }
        if hidden.count == registration.matters.count { shown.answers = FormAnswers([:]) }
        return shown
    }
}

extension Matter {
    /// Excluded text (complaint, denunciation) is in no listing, export, letter or draft.
    package var isSealed: Bool { outcome == .excluded }
}
