package import Cryptography
package import Foundation

/// Where a loader keeps what it learned of answer files, so that the next run reads only what changed.
///
/// It is never needed: one that is missing, damaged, or made by another program means that every file is read, with
/// the same result.
package struct ContentCache: Sendable {
    let file: URL
    let program: SHA256Digest
    let mayWrite: Bool

    /// - Parameters:
    ///   - folder: The cache folder of the state. Unless it is there, nothing is kept.
    ///   - program: Changes with the program, whose rules may have changed with it.
    ///   - mayWrite: Whether what is learned may be kept; otherwise the cache is only read.
    package init(folder: URL, program: SHA256Digest, mayWrite: Bool = true) {
        file = folder.appending(path: "answers")
        self.program = program
        self.mayWrite = mayWrite
    }

    /// Stands for everything but the files themselves that their facts follow from.
    ///
    /// - Parameter site: SHA-256 of `site.yaml`; nothing when it could not be read.
    func key(site: SHA256Digest?) -> SHA256Digest {
        SHA256Digest(of: "answers 1\n\(program)\n\(site?.description ?? "-")\n")
    }
}
