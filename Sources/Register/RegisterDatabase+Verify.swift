package import Domain
import Foundation
import GRDB

/// Something in the register that is not as the event log says.
package enum RegisterFault: Hashable, Sendable {
    /// A line of the log is missing.
    case missingEvent(seq: Int64)
    /// A line of the log does not follow from the one before, or was changed.
    case brokenChain(seq: Int64)
    /// A row is not what the event committed to.
    case changedRecord(seq: Int64, object: String)
    /// A row is gone, and no event says it was erased.
    case missingRecord(seq: Int64, object: String)
    /// A row no event speaks of.
    case unloggedRecord(table: String, id: Int64)
    /// A column does not follow from what was received and decided.
    case inconsistent(object: String, column: String)
    /// Numbers have a gap, or counts do not add up.
    case unbalanced(Series)
}

/// What checking the register found.
package struct RegisterVerification: Hashable, Sendable {
    /// In the order found; empty when all is well.
    package let faults: [RegisterFault]
    package let events: Int
    /// Hash of the last event, in hexadecimal; empty without events.
    package let head: String
}

extension RegisterDatabase {
    /// Walks the event log and everything it speaks of.
    package func verify() throws -> RegisterVerification {
        let found = try queue.read { db in
            var walk = ChainWalk()
            try walk.run(db)
            return (faults: try walk.faults + ConsistencyCheck(db: db).faults(), events: walk.count)
        }
        let figures = try figures()
        let unbalanced = figures.series.filter { !$0.isBalanced }.map { RegisterFault.unbalanced($0.series) }
        return RegisterVerification(
            faults: found.faults + unbalanced, events: found.events, head: figures.chainHead)
    }
}
