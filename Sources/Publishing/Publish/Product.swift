import Cryptography
import Foundation

/// One file of a release before it is made: where it goes, all that it is made of, and how.
///
/// A build makes only products whose key the released tree does not know; nothing else decides what is rendered. So
/// the key has to cover everything the bytes depend on: let `make` close over the very values that were written into
/// the key, never over more. What all products share (the program, the rules of the gate) is the release's stamp and
/// need not be in the key.
///
/// To add a file to the site, make a product in ``SiteProducts``: of bytes at hand with ``init(_:)``, of a page with
/// ``PageProduct``, of anything dear with a ``KeyWriter``.
package struct Product: Sendable {
    /// From the root of the tree: `site/…` or `service/…`.
    package let path: String
    /// SHA-256 of everything the file is made of.
    let key: SHA256Digest
    /// Makes the file; called at most once a build, from any thread.
    let make: @Sendable () throws -> ReleasedFile

    init(path: String, key: SHA256Digest, make: @escaping @Sendable () throws -> ReleasedFile) {
        self.path = path
        self.key = key
        self.make = make
    }

    /// A file whose bytes are at hand.
    init(_ file: ReleasedFile) {
        var key = KeyWriter("file")
        key.add(file.bytes)
        key.add(file.source)
        key.add(file.words)
        self.init(path: file.path, key: key.key) { file }
    }
}
