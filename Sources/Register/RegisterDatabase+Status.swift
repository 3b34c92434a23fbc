import Cryptography
package import Domain
import Foundation
import GRDB

extension RegisterDatabase {
    /// What the holder of a receipt may see.
    ///
    /// - Parameter codeHash: The keyed digest of the code that was typed.
    /// - Returns: Nothing for a reference that does not exist and for a wrong code alike; both compare once.
    package func status(reference: Reference, codeHash: [UInt8]) throws -> RegistrationStatus? {
        try inTurn { db in
            let row = try db.row("SELECT * FROM registration WHERE reference = ?", [reference.symbols])
            let kept: Data = row?["code_hash"] ?? Data(count: codeHash.count)
            guard equalInConstantTime([UInt8](kept), codeHash), let row else { return nil }
            let registration = try RegistrationRow(row)
            return RegistrationStatus(
                number: registration.number, series: registration.series, channel: registration.channel,
                receivedAt: registration.receivedAt, isLate: registration.isLate, refusedAt: registration.refusedAt,
                matters: try MatterRow.all(of: registration.id, in: db).map(\.status))
        }
    }
}

extension MatterRow {
    fileprivate var status: RegistrationStatus.Matter {
        RegistrationStatus.Matter(
            position: matter.id.position, subject: matter.subject, division: matter.division,
            outcome: matter.outcome, outcomeAt: matter.outcomeAt)
    }
}
