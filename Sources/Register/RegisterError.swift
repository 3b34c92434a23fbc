package import Domain

/// Why the register refused something; never carries what a sender wrote.
package enum RegisterError: Error, Hashable, Sendable {
    /// The database was changed by a later program.
    case newerThanProgram(version: Int)
    /// SQLite does not keep the promise the portal rests on: every commit on the disk, write-ahead log, foreign keys.
    case notDurable(setting: String, value: String)
    /// The file is not where it was opened.
    case fileMissing
    /// Another file stands in its place, beside the write-ahead log of the one before.
    case fileReplaced
    /// A form definition does not have the digest it came with.
    case digestMismatch
    case unknownRegistration(String)
    case unknownMatter(MatterID)
    /// The account lacks the duty.
    case notAllowed(account: String, duty: Officer.Duty)
    /// Only a quarantined registration can be released or refused.
    case notQuarantined(Reference)
    case reasonNeeded
    /// A matter cannot be the same as itself, or as one that is itself the same as another.
    case notAnOriginal(MatterID)
    /// What is asked for is for matters without an outcome.
    case hasOutcome(MatterID)
    /// There is no outcome to take back.
    case isOpen(MatterID)
    /// An approved answer speaks for this matter; it has to be withdrawn first.
    case answerInForce(MatterID)
    /// The text is sealed; showing it needs a reason.
    case sealed(MatterID)
    /// Nobody has drafted an answer to this matter yet.
    case noDraft(MatterID)
    /// Whoever drafted cannot approve.
    case drafterApproves(account: String)
    /// There is no approval in force to withdraw.
    case notApproved(MatterID)
    /// A row holds a word this program does not know.
    case unreadableRow(table: String, id: Int64)
}
