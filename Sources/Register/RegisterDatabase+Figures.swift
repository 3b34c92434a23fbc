import Cryptography
package import Domain
import Foundation
import GRDB

extension RegisterDatabase {
    /// What the public may know, counted in one reading: the tables always add up to each other.
    package func figures() throws -> Figures {
        try queue.read { db in
            let last = try db.row("SELECT at, hash FROM event ORDER BY seq DESC LIMIT 1")
            return Figures(
                series: try FiguresCount(db).count(), chainHead: (last?["hash"] as Data?)?.hexadecimal ?? "",
                countedUpTo: (last?["at"] as Int64?).map(Date.init(seconds:)))
        }
    }
}

/// The counting of all series.
private struct FiguresCount {
    private let db: Database
    private var bySeries: [Series: SeriesFigures] = [:]

    init(_ db: Database) { self.db = db }

    consuming func count() throws -> [SeriesFigures] {
        try countRegistrations()
        try countMatters()
        try countOutside()
        return bySeries.values.sorted { $0.series < $1.series }
    }

    private mutating func countRegistrations() throws {
        let rows = try db.rows(
            """
            SELECT registration.id, registration.series, registration.number, received_at, channel,
                COUNT(matter_now.id) AS matters, COUNT(outcome) AS concluded, COUNT(division) AS assigned
            FROM registration LEFT JOIN matter_now ON matter_now.registration = registration.id
            WHERE registration.number IS NOT NULL
            GROUP BY registration.id ORDER BY registration.series, registration.number
            """)
        for row in rows {
            guard let channel = Channel(rawValue: row["channel"]) else {
                throw RegisterError.unreadableRow(table: "registration", id: row["id"])
            }
            let series = Series(id: row["series"])
            let entry = SeriesFigures.Entry(
                number: RegisterNumber(series: series, number: row["number"]),
                day: CivilDate(of: Date(seconds: row["received_at"])),
                state: state(matters: row["matters"], concluded: row["concluded"], assigned: row["assigned"]))
            bySeries[series, default: SeriesFigures(series: series)].entries.append(entry)
            bySeries[series]?.registrationsByChannel[channel, default: 0] += 1
        }
    }

    /// Concluded when all of it is; in progress once a division has any of it.
    private func state(matters: Int, concluded: Int, assigned: Int) -> PublicState {
        if matters > 0, matters == concluded { return .concluded }
        return assigned > 0 || concluded > 0 ? .inProgress : .received
    }

    private mutating func countMatters() throws {
        let rows = try db.rows(
            """
            SELECT series, subject, COALESCE(division, '') AS division, outcome, COUNT(*) AS matters, MIN(id) AS id
            FROM matter_now GROUP BY series, subject, division, outcome
            """)
        for row in rows {
            let series = Series(id: row["series"])
            let count: Int = row["matters"]
            bySeries[series]?.matters += count
            bySeries[series]?.mattersBySubject[row["subject"], default: 0] += count
            bySeries[series]?.mattersByDivision[row["division"], default: 0] += count
            guard let word: String = row["outcome"] else {
                bySeries[series]?.open += count
                continue
            }
            guard let outcome = Outcome(rawValue: word) else {
                throw RegisterError.unreadableRow(table: "matter", id: row["id"])
            }
            bySeries[series]?.mattersByOutcome[outcome, default: 0] += count
        }
    }

    /// What waits outside the register, and what was refused.
    private mutating func countOutside() throws {
        let rows = try db.rows(
            """
            SELECT series, COUNT(*) AS total, COUNT(refused_at) AS refused
            FROM registration WHERE number IS NULL GROUP BY series
            """)
        for row in rows {
            let series = Series(id: row["series"])
            let refused: Int = row["refused"]
            bySeries[series, default: SeriesFigures(series: series)].refused = refused
            bySeries[series]?.quarantined = row["total"] - refused
        }
    }
}
