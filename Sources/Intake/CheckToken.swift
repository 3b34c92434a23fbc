package import Cryptography
package import Foundation

/// The token of a check page (mã một lần): proof that these answers were shown to their sender and passed the check.
///
/// Written as 120 letters of base64url over 90 bytes: version and flags (1), generation of the key (1), random (16),
/// issue time (8, seconds since 1970), digest of the content (32), HMAC-SHA-256 of all before (32).
/// Its 16 random bytes name the submission: the register keeps one row for each, and the receipt's code follows from them.
package struct CheckToken: Hashable, Sendable {
    /// Which key signed it; the code of its receipt is derived with the same generation.
    package let generation: UInt8
    package let random: [UInt8]
    package let issued: Date
    /// The field no person sees was filled in when the form was checked.
    package let isTrapped: Bool
    let content: ContentDigest

    /// Why a text is no token of ours.
    package enum Fault: Error, Hashable, Sendable {
        /// Not of the form above.
        case malformed
        /// No key that is still kept signed it.
        case forged
    }

    /// A new token.
    ///
    /// - Parameter random: 16 bytes that nobody can guess.
    init(
        content: ContentDigest, issued: Date, isTrapped: Bool, key: Key, random: [UInt8] = SecureRandom.bytes(16)
    ) {
        generation = key.generation
        self.random = random
        self.issued = issued
        self.isTrapped = isTrapped
        self.content = content
    }

    /// Reads and verifies a token.
    package init(_ text: String, keys: KeyPair) throws(Fault) {
        guard let bytes = Base64URL.decode(text), bytes.count == 90, bytes[0] & 0xFE == Self.version else {
            throw .malformed
        }
        guard let key = keys.key(generation: bytes[1]),
            equalInConstantTime(Self.signature(of: bytes[..<58], key: key), Array(bytes[58...]))
        else { throw .forged }
        let seconds = bytes[18..<26].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        generation = bytes[1]
        random = Array(bytes[2..<18])
        issued = Date(timeIntervalSince1970: TimeInterval(seconds))
        isTrapped = bytes[0] & 1 == 1
        content = ContentDigest(bytes: Array(bytes[26..<58]))
    }

    /// The token as a form carries it.
    ///
    /// - Parameter key: The one of ``generation``.
    func text(key: Key) -> String {
        let seconds = UInt64(max(0, issued.timeIntervalSince1970))
        var bytes = [Self.version | (isTrapped ? 1 : 0), generation] + random
        bytes += (0..<8).map { UInt8(truncatingIfNeeded: seconds >> (56 - 8 * $0)) } + content.bytes
        return Base64URL.encode(bytes + Self.signature(of: bytes[...], key: key))
    }

    private static let version: UInt8 = 0x10

    private static func signature(of bytes: ArraySlice<UInt8>, key: Key) -> [UInt8] {
        HMAC.sha256(Array("check-token\u{0}".utf8) + bytes, key: key)
    }
}
