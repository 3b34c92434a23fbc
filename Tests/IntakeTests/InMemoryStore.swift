import Domain
import Foundation
import Intake

/// A store in memory: one row for each token, as the contract asks.
///
/// Its limits: nothing survives the process, there is no register number before one is set, no duplicate is noticed,
/// and one lock stands for the database's transactions.
final class InMemoryStore: RegistrationStore, @unchecked Sendable {
    /// What a disk or a lock can do to a store.
    struct Failure: Error, CustomNSError {
        static let errorDomain = "InMemoryStore"
        var errorCode: Int
    }

    // guarded by lock: kept, failing, shown, replaced
    private let lock = NSLock()
    private var kept: [Submission] = []
    private var failing: Int?
    private var shown: [Reference: RegistrationStatus] = [:]
    private var replaced: Set<Reference> = []

    var rows: [Submission] { lock.withLock { kept } }

    /// Every call fails with this code until it is set to nothing.
    var failure: Int? {
        get { lock.withLock { failing } }
        set { lock.withLock { failing = newValue } }
    }

    /// What the holder of that receipt sees from now on.
    func show(_ status: RegistrationStatus, for reference: Reference) { lock.withLock { shown[reference] = status } }

    /// The office gives that registration a new code.
    func replaceCode(of reference: Reference, hash: [UInt8]) {
        lock.withLock {
            replaced.insert(reference)
            for index in kept.indices where kept[index].reference == reference { kept[index].codeHash = hash }
        }
    }

    func receipt(forToken token: [UInt8]) throws -> StoredReceipt? {
        try lock.withLock {
            if let failing { throw Failure(errorCode: failing) }
            return kept.first { $0.token == token }.map(receipt)
        }
    }

    func store(_ submission: Submission) throws -> StoredReceipt {
        try lock.withLock {
            if let failing { throw Failure(errorCode: failing) }
            if let earlier = kept.first(where: { $0.token == submission.token }) { return receipt(earlier) }
            kept.append(submission)
            return receipt(submission)
        }
    }

    func status(reference: Reference, codeHash: [UInt8]) throws -> RegistrationStatus? {
        try lock.withLock {
            if let failing { throw Failure(errorCode: failing) }
            guard let row = kept.first(where: { $0.reference == reference && $0.codeHash == codeHash }) else {
                return nil
            }
            return shown[reference]
                ?? RegistrationStatus(
                    number: nil, series: row.series, channel: row.channel, receivedAt: row.receivedAt,
                    isLate: row.isLate, refusedAt: nil, matters: [])
        }
    }

    private func receipt(_ row: Submission) -> StoredReceipt {
        StoredReceipt(
            reference: row.reference, receivedAt: row.receivedAt, series: row.series, isLate: row.isLate,
            codeIsReplaced: replaced.contains(row.reference))
    }
}

/// A log kept in memory.
final class KeptLog: IntakeLog, @unchecked Sendable {
    // guarded by lock: kept
    private let lock = NSLock()
    private var kept: [LogEntry] = []

    var entries: [LogEntry] { lock.withLock { kept } }

    func write(_ entry: LogEntry) { lock.withLock { kept.append(entry) } }
}
