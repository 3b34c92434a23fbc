import CCrypto
package import Foundation

/// Keyed digests (HMAC-SHA-256).
///
/// Source: RFC 2104; computed by libcrypto.
package enum HMAC {
    /// The 32-byte code of `message` under `key`.
    package static func sha256(_ message: some ContiguousBytes, key: Key) -> [UInt8] {
        message.withUnsafeBytes { input in
            [UInt8](unsafeUninitializedCapacity: Int(SHA256_DIGEST_LENGTH)) { output, count in
                var length: UInt32 = 0
                CCrypto.HMAC(
                    EVP_sha256(), key.bytes, Int32(key.bytes.count),
                    input.bindMemory(to: UInt8.self).baseAddress, input.count, output.baseAddress, &length)
                count = Int(length)
            }
        }
    }

    /// The 32-byte code of the UTF-8 bytes of `message` under `key`.
    package static func sha256(_ message: String, key: Key) -> [UInt8] {
        sha256(Array(message.utf8), key: key)
    }
}

/// Compares two byte strings in a time that depends on their length only.
package func equalInConstantTime(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count == right.count && CRYPTO_memcmp(left, right, left.count) == 0
}
