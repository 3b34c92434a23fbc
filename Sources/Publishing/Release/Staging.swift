import Cryptography
import Foundation

/// Where new files wait until all is known to be well. Used from many threads: each file has a place of its own.
struct Staging: Sendable {
    let path: String
    let disk: Disk
    /// What readers see now.
    let live: LiveTree?

    /// A file that was made.
    struct Staged: Sendable {
        var entry: Manifest.Entry
        /// Where it waits; nothing when the live tree already holds the same bytes.
        var place: String?
    }

    /// Writes `file` down, unless the live tree holds the same bytes at the same path.
    ///
    /// - Parameter number: Different for each file.
    func put(_ file: ReleasedFile, number: Int) throws -> Staged {
        let entry = Manifest.Entry(sha256: SHA256Digest(of: file.bytes), size: file.bytes.count)
        if let live, entry.matches(live.manifest.files[file.path]), live.holds(file.path, entry) {
            return Staged(entry: entry)
        }
        let place = "\(path)/\(number)"
        try disk.create(place, bytes: file.bytes)
        return Staged(entry: entry, place: place)
    }

    func clear() throws {
        for name in try Disk.names(in: path) { try disk.remove(path + "/" + name) }
        if Disk.isFolder(path) { _ = try disk.removeIfEmpty(path) }
    }
}

/// The tree that readers see, with its manifest.
struct LiveTree: Sendable {
    let tree: PublicFolder.Tree
    let root: String
    let manifest: Manifest

    /// Whether the file is there in its length: one that was emptied or lost behind our back must not be linked again.
    func holds(_ path: String, _ entry: Manifest.Entry) -> Bool { Disk.hasFile(root + "/" + path, size: entry.size) }
}
