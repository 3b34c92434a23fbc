import Cryptography
import Foundation
import Glibc

/// The tree that nobody reads, while it is brought up to date.
struct StandbyTree {
    let root: String
    /// The tree that readers see; nothing before the first release.
    let liveRoot: String?

    /// Makes the tree hold exactly `manifest`, besides files that are not ours.
    ///
    /// - Parameter staged: Path in the tree → path of a file to move there; all others come from the live tree.
    func bring(to manifest: Manifest, staged: [String: String]) throws {
        let before = try Manifest.read(root + "/" + Manifest.name)
        let interrupted = try Manifest.read(root + "/" + Manifest.pendingName)
        var ours = Set((before?.files ?? [:]).keys).union((interrupted?.files ?? [:]).keys)
        // Without any manifest nobody knows whose the files are: those in the way are replaced, the others stay.
        let mayReplaceAll = before == nil
        try Disk.makeFolder(root)
        try announce(ours.union(manifest.files.keys), in: manifest)
        var folders: Set<String> = [root]
        for (path, entry) in manifest.files.sorted(by: { $0.key < $1.key }) {
            let isOurs = ours.remove(path) != nil
            if entry.matches(before?.files[path]), hasFile(path, size: entry.size) { continue }
            guard isOurs || mayReplaceAll || !exists(path) else {
                throw ReleaseError.foreignFile(root + "/" + path)
            }
            folders.formUnion(try place(path, from: staged[path]))
        }
        for path in ours.sorted() { folders.formUnion(try clear(path)) }
        for folder in folders.sorted() where Disk.isFolder(folder) { try Disk.sync(folder: folder) }
        try finish(manifest)
    }

    /// Writes down all that may be ours, then takes the old manifest away: from here the tree is unfinished.
    private func announce(_ paths: Set<String>, in manifest: Manifest) throws {
        let unknown = Manifest.Entry(sha256: SHA256Digest(of: ""), size: 0)
        let files = Dictionary(uniqueKeysWithValues: paths.map { ($0, manifest.files[$0] ?? unknown) })
        try Manifest(stamp: manifest.stamp, files: files).write(in: root, as: Manifest.pendingName)
        try Disk.remove(root + "/" + Manifest.name)
        try Disk.sync(folder: root)
    }

    private func finish(_ manifest: Manifest) throws {
        try manifest.write(in: root)
        try Disk.remove(root + "/" + Manifest.pendingName)
        try Disk.sync(folder: root)
    }

    /// Puts the file in place in one step.
    ///
    /// - Returns: The folders whose entries changed.
    private func place(_ path: String, from staged: String?) throws -> Set<String> {
        let target = root + "/" + path
        let folder = parent(of: target)
        try Disk.makeFolder(folder)
        let temporary = folder + "/.new"
        try Disk.remove(temporary)
        if let staged {
            try outdate(staged, replacing: liveRoot.map { $0 + "/" + path })
            try Disk.move(staged, over: target)
        } else if let liveRoot {
            try Disk.link(liveRoot + "/" + path, as: temporary)
            // rename(2) does nothing when both names are the same file already, and leaves the first behind.
            try Disk.move(temporary, over: target)
            try Disk.remove(temporary)
        } else {
            throw DiskError(action: "tìm", path: target, code: ENOENT)
        }
        return [folder]
    }

    /// Gives the new file a later second than the one it replaces.
    ///
    /// nginx makes its ETag of second and size: two versions made in one second with one length would be taken for
    /// the same.
    private func outdate(_ path: String, replacing old: String?) throws {
        guard let old, let before = Disk.status(old), let now = Disk.status(path),
            now.st_mtim.tv_sec <= before.st_mtim.tv_sec
        else { return }
        let later = timespec(tv_sec: before.st_mtim.tv_sec + 1, tv_nsec: 0)
        guard utimensat(AT_FDCWD, path, [later, later], 0) == 0 else { throw Disk.fault("đặt giờ", path) }
    }

    /// Takes a file of an earlier release away, and the folders that are empty then.
    private func clear(_ path: String) throws -> Set<String> {
        try Disk.remove(root + "/" + path)
        var folder = parent(of: root + "/" + path)
        while folder != root, try Disk.removeIfEmpty(folder) { folder = parent(of: folder) }
        return [folder]
    }

    private func hasFile(_ path: String, size: Int) -> Bool {
        guard let status = Disk.status(root + "/" + path) else { return false }
        return Disk.isRegular(status) && Int(status.st_size) == size
    }

    private func exists(_ path: String) -> Bool { Disk.status(root + "/" + path) != nil }

    private func parent(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? path
    }
}
