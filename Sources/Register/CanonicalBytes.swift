import Cryptography
import Foundation

/// Fields in one unambiguous line of bytes: each as its length, a colon, its bytes; a missing one as `-`.
///
/// What digests and commitments of rows are taken of, so it must never change for rows that exist.
struct CanonicalBytes {
    private(set) var bytes: [UInt8] = []

    mutating func add(_ field: [UInt8]?) { append(field) }
    mutating func add(_ field: String?) { append(field?.utf8) }
    mutating func add(_ field: Data?) { append(field) }
    mutating func add(_ field: Int64?) { add(field.map(String.init)) }

    private mutating func append(_ field: (some Collection<UInt8>)?) {
        guard let field else { return bytes.append(UInt8(ascii: "-")) }
        bytes.append(contentsOf: String(field.count).utf8)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(contentsOf: field)
    }

    /// Binds to the bytes without telling them: nothing can be learned from it once the salt is gone.
    func commitment(salt: [UInt8]) -> [UInt8] { HMAC.sha256(bytes, key: Key(generation: 0, bytes: salt)) }
}
