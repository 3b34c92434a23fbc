import Glibc

/// Random bytes fit for secrets, from the system's generator.
package enum SecureRandom {
    /// - Parameter count: At most 256.
    /// - Returns: `count` random bytes. Stops the program if the system has no randomness: nothing may be signed then.
    package static func bytes(_ count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            guard let start = buffer.baseAddress, getentropy(start, count) == 0 else {
                preconditionFailure("no randomness from the system")
            }
            filled = count
        }
    }
}
