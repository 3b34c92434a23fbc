internal import Cryptography
internal import Domain

/// What a token is bound to: one definition and one set of checked answers.
struct ContentDigest: Hashable, Sendable {
    /// 32 bytes.
    let bytes: [UInt8]

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// - Parameter form: The definition's own digest, in hexadecimal.
    init(form: String, answers: FormAnswers) {
        bytes = SHA256Digest(of: Array("\(form)\n".utf8) + answers.canonicalBytes).bytes
    }
}
