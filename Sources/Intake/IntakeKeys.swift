package import Cryptography

/// The secrets of the form service, one pair for each purpose; generations of all three change together.
package struct IntakeKeys: Sendable {
    /// Signs tokens.
    package let token: KeyPair
    /// Derives and digests codes.
    package let code: KeyPair
    /// Digests senders' addresses.
    package let sender: KeyPair

    package init(token: KeyPair, code: KeyPair, sender: KeyPair) {
        self.token = token
        self.code = code
        self.sender = sender
    }
}
