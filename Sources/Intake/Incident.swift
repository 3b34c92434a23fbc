internal import Cryptography
internal import Domain

/// Something that failed: the number the sender reads and the log keeps.
struct Incident: Hashable, Sendable {
    /// Six symbols of the receipt's alphabet.
    let number: String

    init() { number = ReceiptAlphabet.text(from: SecureRandom.bytes(6), count: 6) }
}
