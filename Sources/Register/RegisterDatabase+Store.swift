package import Domain
import GRDB

extension RegisterDatabase {
    /// Takes a submission into the register, or finds the one its token already gave.
    ///
    /// May be repeated: the same token gives the same receipt and no second row. Calls that wait at the same time are
    /// committed together.
    /// - Returns: After the commit is on the disk, never before.
    package func store(_ submission: Submission) throws -> StoredReceipt {
        try line.commit(submission) { store($0, asked: $1) }
    }

    /// Takes several submissions in one transaction; one that fails takes none of the others with it.
    ///
    /// - Returns: One result for each, in the order given, once all that succeeded are on the disk.
    ///   When the transaction itself fails, every result is that failure and nothing was stored.
    func store(
        _ submissions: [Submission], asked: ContinuousClock.Instant = .now
    ) -> [Result<StoredReceipt, any Error>] {
        var results: [Result<StoredReceipt, any Error>] = []
        do {
            try inTurn(asked: asked) { db in
                try db.inImmediateTransaction {
                    try SenderMarks.forget(expiredBy: submissions, in: db)
                    for submission in submissions {
                        results.append(Result { try StoredSubmission(submission).store(in: db) })
                        // A full disk rolls the whole transaction back: what seemed stored is not.
                        guard db.isInsideTransaction else { return }
                    }
                }
            }
            try assertInPlace()
            return results
        } catch {
            return submissions.map { _ in .failure(error) }
        }
    }

    /// The receipt a token already gave; nothing for a token never stored.
    package func receipt(forToken token: [UInt8]) throws -> StoredReceipt? {
        try inTurn { try StoredSubmission.receipt(forToken: token, in: $0) }
    }
}
