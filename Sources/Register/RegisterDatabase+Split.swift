package import Domain
import Foundation
import GRDB

extension RegisterDatabase {
    /// Splits a matter into several: it keeps the first part, the others take the next positions of its registration.
    ///
    /// The new ones keep its subject and division. What was received stays as it is; only the matters change.
    /// - Parameter place: Given the text as it stands, says where to divide it.
    /// - Returns: All parts, in the order of the text.
    /// - Throws: ``RegisterError/hasOutcome(_:)``, ``RegisterError/answerInForce(_:)``,
    ///   ``RegisterError/notAnOriginal(_:)`` for a matter that shares its outcome; what `place` throws.
    @discardableResult
    package func split(
        _ id: MatterID, by officer: Officer, at place: (String) throws -> MatterSplit
    ) throws -> [Matter] {
        try act(by: officer, duty: .clerk) { db, now in
            let whole = try MatterRow.find(id, in: db)
            try whole.requireNoAnswer(in: db)
            guard whole.matter.outcome == nil else { throw RegisterError.hasOutcome(id) }
            guard try whole.matter.sameAs == nil && !whole.isShared(in: db) else {
                throw RegisterError.notAnOriginal(id)
            }
            let positions = try whole.divide(place(whole.matter.text), actor: officer.account, at: now, in: db)
            return try MatterRow.all(of: whole.registration, in: db).map(\.matter)
                .filter { positions.contains($0.id.position) }
                .sorted {
                    (positions.firstIndex(of: $0.id.position) ?? 0) < (positions.firstIndex(of: $1.id.position) ?? 0)
                }
        }
    }
}

extension MatterRow {
    /// Another matter shares its outcome.
    func isShared(in db: Database) throws -> Bool {
        try db.row("SELECT 1 FROM matter WHERE same_as = ?", [id]) != nil
    }

    /// - Throws: ``RegisterError/answerInForce(_:)`` when an approved answer is, or is about to be, public.
    func requireNoAnswer(in db: Database) throws {
        guard try db.row("SELECT 1 FROM approval WHERE matter = ? AND withdrawn_at IS NULL", [id]) == nil else {
            throw RegisterError.answerInForce(matter.id)
        }
    }

    /// - Returns: The positions of all parts, its own first.
    fileprivate func divide(_ split: MatterSplit, actor: String, at now: Date, in db: Database) throws -> [Int] {
        let parts = split.parts(of: matter.text)
        let last = try db.row("SELECT MAX(position) AS last FROM matter WHERE registration = ?", [registration])
        let next = (last?["last"] ?? 0) + 1
        let record = SplitRecord(pieces: split.offsets.enumerated().map { (next + $0.offset, $0.element) })
        try db.run("UPDATE matter SET text = ? WHERE id = ?", [parts[0], id])
        for (piece, text) in zip(record.pieces, parts.dropFirst()) {
            try db.run(
                """
                INSERT INTO matter (registration, position, field, text, subject, division) VALUES (?, ?, ?, ?, ?, ?)
                """,
                [registration, piece.position, matter.field, text, matter.subject, matter.division])
        }
        try Decision(
            verb: .split, registration: registration, matter: id, object: matter.id.description, value: record.value,
            at: now, actor: actor
        ).record(loggedAt: now, in: db)
        return [matter.id.position] + record.pieces.map(\.position)
    }
}
