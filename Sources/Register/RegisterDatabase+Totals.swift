import Domain
import GRDB

/// How many registrations the register holds, over all series.
package struct RegisterTotals: Hashable, Sendable {
    /// With a number.
    package var entered = 0
    package var quarantined = 0
    package var refused = 0

    package init() {}
}

extension RegisterDatabase {
    /// Counts without reading a row of those entered: quick also when there are a million.
    package func totals() throws -> RegisterTotals {
        try queue.read { db in
            var totals = RegisterTotals()
            let series = try db.rows(
                "SELECT series, COUNT(*) AS total, COUNT(number) AS entered FROM registration GROUP BY series")
            for row in series {
                let outside: Int = row["total"] - row["entered"]
                totals.entered += row["entered"]
                guard outside > 0 else { continue }
                let refused: Int? = try db.row(
                    "SELECT COUNT(refused_at) AS refused FROM registration WHERE series = ? AND number IS NULL",
                    [row["series"] as String])?["refused"]
                totals.refused += refused ?? 0
                totals.quarantined += outside - (refused ?? 0)
            }
            return totals
        }
    }
}
