import Domain
import Foundation
import GRDB

/// A row of `registration`, read into the words of the domain.
struct RegistrationRow {
    let id: Int64
    let number: RegisterNumber?
    let series: Series
    let reference: Reference
    let channel: Channel
    let formDigest: String
    let answers: FormAnswers
    let receivedAt: Date
    let enteredAt: Date?
    let isLate: Bool
    let quarantine: Quarantine?
    let refusedAt: Date?
    let duplicateOf: Int64?

    /// - Throws: ``RegisterError/unreadableRow(table:id:)`` for a word this program does not know.
    init(_ row: Row) throws {
        let id: Int64 = row["id"]
        let series = Series(id: row["series"])
        let waits: String? = row["quarantine"]
        guard let reference = Reference(row["reference"] as String), let channel = Channel(rawValue: row["channel"]),
            waits == nil || waits.flatMap(Quarantine.init) != nil
        else { throw RegisterError.unreadableRow(table: "registration", id: id) }
        self.id = id
        self.series = series
        self.reference = reference
        self.channel = channel
        number = (row["number"] as Int?).map { RegisterNumber(series: series, number: $0) }
        formDigest = row["form"]
        answers = try JSONDecoder().decode(FormAnswers.self, from: Data((row["answers"] as String).utf8))
        receivedAt = Date(seconds: row["received_at"])
        enteredAt = (row["entered_at"] as Int64?).map(Date.init(seconds:))
        isLate = row["is_late"]
        quarantine = waits.flatMap(Quarantine.init)
        refusedAt = (row["refused_at"] as Int64?).map(Date.init(seconds:))
        duplicateOf = row["duplicate_of"]
    }

    /// With its matters and the reference of what it likely repeats.
    func registration(in db: Database) throws -> Registration {
        let original = try duplicateOf.flatMap { try db.row("SELECT reference FROM registration WHERE id = ?", [$0]) }
        return Registration(
            number: number, series: series, reference: reference, channel: channel, formDigest: formDigest,
            answers: answers, receivedAt: receivedAt, enteredAt: enteredAt, isLate: isLate, quarantine: quarantine,
            refusedAt: refusedAt, likelyDuplicateOf: original.flatMap { Reference($0["reference"] as String) },
            matters: try MatterRow.all(of: id, in: db).map(\.matter))
    }

    /// The registration behind a number.
    static func find(_ number: RegisterNumber, in db: Database) throws -> RegistrationRow {
        let row = try db.row(
            "SELECT * FROM registration WHERE series = ? AND number = ?", [number.series.id, number.number])
        guard let row else { throw RegisterError.unknownRegistration(number.description) }
        return try RegistrationRow(row)
    }

    /// The registration behind a reference.
    static func find(_ reference: Reference, in db: Database) throws -> RegistrationRow {
        let row = try db.row("SELECT * FROM registration WHERE reference = ?", [reference.symbols])
        guard let row else { throw RegisterError.unknownRegistration(reference.description) }
        return try RegistrationRow(row)
    }
}
