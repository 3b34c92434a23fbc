import Domain
import Foundation
import GRDB

/// A row of `matter_now`, read into the words of the domain.
struct MatterRow {
    let id: Int64
    let registration: Int64
    let matter: Matter

    /// - Throws: ``RegisterError/unreadableRow(table:id:)`` for a word this program does not know.
    init(_ row: Row, in db: Database) throws {
        id = row["id"]
        registration = row["registration"]
        let outcome: String? = row["outcome"]
        guard outcome == nil || outcome.flatMap(Outcome.init) != nil else {
            throw RegisterError.unreadableRow(table: "matter", id: id)
        }
        matter = Matter(
            id: MatterRow.id(row), field: row["field"], text: row["text"], subject: row["subject"],
            division: row["division"],
            sameAs: try (row["same_as"] as Int64?).flatMap { try MatterRow.id(of: $0, in: db) },
            outcome: outcome.flatMap(Outcome.init), outcomeAt: (row["outcome_at"] as Int64?).map(Date.init(seconds:)))
    }

    /// The matters of a registration, by position.
    static func all(of registration: Int64, in db: Database) throws -> [MatterRow] {
        try db.rows("SELECT * FROM matter_now WHERE registration = ? ORDER BY position", [registration])
            .map { try MatterRow($0, in: db) }
    }

    /// The matter of that name.
    static func find(_ id: MatterID, in db: Database) throws -> MatterRow {
        let row = try db.row(
            "SELECT * FROM matter_now WHERE series = ? AND number = ? AND position = ?",
            [id.registration.series.id, id.registration.number, id.position])
        guard let row else { throw RegisterError.unknownMatter(id) }
        return try MatterRow(row, in: db)
    }

    static func id(of row: Int64, in db: Database) throws -> MatterID? {
        try db.row("SELECT series, number, position FROM matter_now WHERE id = ?", [row]).map(id)
    }

    static func id(_ row: Row) -> MatterID {
        MatterID(
            registration: RegisterNumber(series: Series(id: row["series"]), number: row["number"]),
            position: row["position"])
    }
}
