import CCrypto

/// Random bytes fit for secrets, from libcrypto's generator.
package enum SecureRandom {
    /// - Returns: `count` random bytes. Stops the program if the system has no randomness: nothing may be signed then.
    package static func bytes(_ count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            guard RAND_bytes(buffer.baseAddress, Int32(count)) == 1 else {
                preconditionFailure("no randomness from the system")
            }
            filled = count
        }
    }
}
