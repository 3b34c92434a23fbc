import CCrypto

/// A SHA-256 computation under way.
///
/// By libcrypto's older calls: those that do all at once look the algorithm up by its name at every message, which
/// takes longer than digesting a short one. A receipt needs a dozen.
struct SHA256State {
    private var context = SHA256_CTX()

    init() { SHA256_Init(&context) }

    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        SHA256_Update(&context, bytes.baseAddress, bytes.count)
    }

    /// Writes the 32 bytes of the digest; nothing can be added afterwards.
    mutating func finish(into digest: UnsafeMutableRawPointer) {
        SHA256_Final(digest.assumingMemoryBound(to: UInt8.self), &context)
    }
}
