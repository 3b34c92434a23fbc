package import Cryptography
import Foundation

/// What a released tree holds, and what each file was made of. A tree without it counts as unfinished.
package struct Manifest: Hashable, Sendable {
    /// One released file.
    package struct Entry: Hashable, Sendable {
        /// Of its bytes.
        package var sha256: SHA256Digest
        /// Bytes.
        package var size: Int
        /// The key of the product it was made as; nothing when it has to be made again by the next build.
        package var key: SHA256Digest?
        /// Not of this release: kept one release longer for readers who still hold the pages of the one before.
        package var isKept: Bool

        package init(sha256: SHA256Digest, size: Int, key: SHA256Digest? = nil, isKept: Bool = false) {
            self.sha256 = sha256
            self.size = size
            self.key = key
            self.isKept = isKept
        }

        /// Whether both are the same bytes.
        func matches(_ other: Entry?) -> Bool { sha256 == other?.sha256 && size == other?.size }
    }

    /// What all files were made with beside their keys: the program and the rules of the gate.
    package var stamp: SHA256Digest
    /// By path from the root of the tree: `site/…` or `service/…`.
    package var files: [String: Entry]

    package init(stamp: SHA256Digest, files: [String: Entry] = [:]) {
        self.stamp = stamp
        self.files = files
    }

    static let name = "manifest"

    /// Reads the manifest at `path`; nothing when there is none or when it cannot be understood, which is the same
    /// to a release: the tree is rebuilt.
    static func read(_ path: String) throws(DiskError) -> Manifest? {
        guard let bytes = try Disk.read(path) else { return nil }
        return Manifest(bytes: bytes)
    }

    /// Puts it into the tree at `root` in one step, after the disk has it and all that was written before it.
    func write(in root: String, on disk: Disk) throws(DiskError) {
        let temporary = root + "/." + Manifest.name
        try disk.create(temporary, bytes: bytes())
        try disk.sync(around: root)
        try disk.move(temporary, over: root + "/" + Manifest.name)
    }
}
