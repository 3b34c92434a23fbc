/// A secret key of 32 bytes with the generation it belongs to.
///
/// Deliberately not `CustomStringConvertible`: a key has no business in a log.
package struct Key: Sendable {
    /// Counts from 1; written into what the key signs, so that the right key is found again.
    package let generation: UInt8
    package let bytes: [UInt8]

    package init(generation: UInt8, bytes: [UInt8]) {
        self.generation = generation
        self.bytes = bytes
    }
}

/// The key in force and the one before it, so that what was signed before a change of keys stays valid.
package struct KeyPair: Sendable {
    package let current: Key
    package let previous: Key?

    package init(current: Key, previous: Key? = nil) {
        self.current = current
        self.previous = previous
    }

    /// The key of that generation, if it is still kept.
    package func key(generation: UInt8) -> Key? {
        if current.generation == generation { return current }
        return previous?.generation == generation ? previous : nil
    }
}
