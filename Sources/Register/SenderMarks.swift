import Domain
import GRDB

/// Keyed digests of senders' network addresses: kept for a while against abuse, then emptied.
enum SenderMarks {
    /// Forgets the marks that are due; part of every write of the service, so no job has to be remembered.
    static func forget(expiredBy submissions: [Submission], in db: Database) throws {
        guard let now = submissions.map(\.receivedAt).max() else { return }
        try db.perform(
            "UPDATE registration SET sender_hash = NULL, sender_expires = NULL WHERE sender_expires <= ?",
            [.number(now.seconds)])
    }
}
