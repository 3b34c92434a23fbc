package import Domain

/// Where checked forms go: what the form service needs of the register.
///
/// Called from many threads at once; every call may block. Errors are the store's own and mean that nothing is known
/// to be stored: the sender is told so and may send the same token again.
package protocol RegistrationStore: Sendable {
    /// The receipt a token already gave; nothing for a token never stored.
    ///
    /// - Parameter token: 16 bytes.
    func receipt(forToken token: [UInt8]) throws -> StoredReceipt?

    /// Takes a submission, or finds the one its token already gave.
    ///
    /// Returns only when it would survive a loss of power. May be repeated: the same token gives the same receipt and
    /// one row. Implementations may commit waiting calls together.
    func store(_ submission: Submission) throws -> StoredReceipt

    /// What the holder of a receipt may see; nothing for an unknown reference and for a wrong code alike.
    ///
    /// - Parameter codeHash: The keyed digest of the code that was typed.
    func status(reference: Reference, codeHash: [UInt8]) throws -> RegistrationStatus?
}
