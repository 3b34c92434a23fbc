import Foundation

/// The tree that nobody reads, while it is brought up to date.
struct StandbyTree {
    let disk: Disk
    let root: String
    /// The tree that readers see; nothing before the first release.
    let live: LiveTree?

    /// What has to be done, known before anything is touched.
    private struct Changes {
        var placed: [String] = []
        var cleared: [String] = []
        /// Of those placed, the ones that no list of ours names yet.
        var added: [String] = []
    }

    var copies: PackedCopies { PackedCopies(disk: disk, root: root) }

    /// Makes the tree hold exactly `manifest`, besides files that are not ours.
    ///
    /// - Parameter staged: Path in the tree → path of a file to move there; all others come from the live tree.
    /// - Throws: ``ReleaseError/foreignFile(_:)`` before anything was touched.
    func bring(to manifest: Manifest, staged: [String: String]) throws {
        let owned = try OwnedFiles(of: root)
        let changes = try changes(to: manifest, owned)
        if changes.placed.isEmpty, changes.cleared.isEmpty, owned.before == manifest { return }
        try disk.makeFolder(root)
        try copies.begin()
        try OwnedFiles.announce(owned.unlisted.union(changes.added), in: root, on: disk)
        var folders: Set<String> = []
        for path in changes.placed { try place(path, from: staged[path], &folders) }
        for path in changes.cleared { try clear(path) }
        try OwnedFiles.conclude(with: manifest, in: root, on: disk)
    }

    private func changes(to manifest: Manifest, _ owned: OwnedFiles) throws -> Changes {
        var changes = Changes()
        var rest = owned.all
        for (path, entry) in manifest.files {
            let isOurs = rest.remove(path) != nil
            let target = root + "/" + path
            if entry.matches(owned.before?.files[path]), Disk.hasFile(target, size: entry.size) { continue }
            guard isOurs || !owned.isKnown || Disk.status(target) == nil else { throw ReleaseError.foreignFile(target) }
            changes.placed.append(path)
            if !isOurs { changes.added.append(path) }
        }
        changes.placed.sort()
        changes.cleared = rest.sorted()
        return changes
    }

    /// Puts the file in place in one step.
    ///
    /// - Parameter folders: Those that are known to be there.
    private func place(_ path: String, from staged: String?, _ folders: inout Set<String>) throws {
        let target = root + "/" + path
        let folder = parent(of: target)
        if folders.insert(folder).inserted { try disk.makeFolder(folder) }
        try copies.remove(path)
        if let staged {
            try outdate(staged, replacing: live.map { $0.root + "/" + path })
            try disk.move(staged, over: target)
        } else if let live {
            try link(live.root + "/" + path, to: target, in: folder)
            try copies.carry(path, from: live.root)
        } else {
            throw DiskError(action: "tìm", path: target, code: ENOENT)
        }
    }

    private func link(_ source: String, to target: String, in folder: String) throws {
        if try disk.link(source, as: target) { return }
        let temporary = folder + "/.new"
        try disk.remove(temporary)
        _ = try disk.link(source, as: temporary)
        // rename(2) does nothing when both names are the same file already, and leaves the first behind.
        try disk.move(temporary, over: target)
        try disk.remove(temporary)
    }

    /// Gives the new file a later second than the one it replaces.
    ///
    /// nginx makes its ETag of second and size: two versions made in one second with one length would be taken for
    /// the same.
    private func outdate(_ path: String, replacing old: String?) throws {
        guard let old, let before = Disk.status(old), let now = Disk.status(path),
            now.st_mtim.tv_sec <= before.st_mtim.tv_sec
        else { return }
        try disk.setTime(of: path, to: before.st_mtim.tv_sec + 1)
    }

    /// Takes a file of an earlier release away, and the folders that are empty then.
    private func clear(_ path: String) throws {
        try copies.remove(path)
        try disk.remove(root + "/" + path)
        var folder = parent(of: root + "/" + path)
        while folder != root, try disk.removeIfEmpty(folder) { folder = parent(of: folder) }
    }

    private func parent(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? path
    }
}
