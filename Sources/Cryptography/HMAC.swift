import CCrypto
package import Foundation

/// Keyed digests (HMAC-SHA-256).
///
/// Source: RFC 2104, over libcrypto's SHA-256.
package enum HMAC {
    private static let blockBytes = 64

    /// The 32-byte code of `message` under `key`, which has at most 64 bytes.
    package static func sha256(_ message: some ContiguousBytes, key: Key) -> [UInt8] {
        precondition(key.bytes.count <= blockBytes, "a longer key would have to be digested first")
        return [UInt8](unsafeUninitializedCapacity: 32) { code, count in
            guard let place = code.baseAddress else { preconditionFailure("32 bytes have a place") }
            var inner = state(padding: 0x36, key: key)
            message.withUnsafeBytes { inner.add($0) }
            inner.finish(into: place)
            var outer = state(padding: 0x5C, key: key)
            outer.add(UnsafeRawBufferPointer(start: place, count: 32))
            outer.finish(into: place)
            count = 32
        }
    }

    /// A digest that has taken the key, filled up with zeros to a block, each byte changed by `padding`.
    private static func state(padding: UInt8, key: Key) -> SHA256State {
        withUnsafeTemporaryAllocation(byteCount: blockBytes, alignment: 8) { block in
            for place in block.indices { block[place] = place < key.bytes.count ? key.bytes[place] ^ padding : padding }
            var state = SHA256State()
            state.add(UnsafeRawBufferPointer(block))
            return state
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
