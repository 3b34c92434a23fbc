package import Cryptography
import Foundation

/// A release in the making: takes files one by one, and shows nothing to readers before ``publish()``.
///
/// Files that the live tree already holds are not written at all; the others wait in a staging folder.
/// Identity matters: it owns the staging folder and the lock. Use it from one task; only ``staging`` may be shared.
package final class ReleaseDraft {
    private let folder: PublicFolder
    /// Nothing after ``close()``.
    private var lock: ReleaseLock?
    /// The tree that `current` points to, whether it is whole or not.
    private let current: PublicFolder.Tree?
    private let live: LiveTree?
    private var manifest: Manifest
    /// Path in the tree → path of the staged file.
    private var staged: [String: String] = [:]
    /// Before the release, in both trees.
    private var hadAllCopies = false
    /// Writes new files down.
    let staging: Staging

    /// Takes the lock, reads what is live, clears what an interrupted build left.
    ///
    /// - Parameter stamp: What all files are made with beside their keys.
    package init(in folder: PublicFolder, stamp: SHA256Digest) throws {
        self.folder = folder
        lock = try ReleaseLock.take(in: folder)
        current = try folder.live()
        live = try current.flatMap { tree in
            try folder.manifest(of: tree).map { LiveTree(tree: tree, root: folder.path(of: tree), manifest: $0) }
        }
        manifest = Manifest(stamp: stamp)
        staging = Staging(path: folder.stagingPath, disk: folder.disk, live: live)
        try staging.clear()
    }

    /// Lets go of the lock and of what was staged; after ``publish()`` there is nothing left to clear.
    package func close() throws {
        defer { lock = nil }
        try staging.clear()
    }

    /// Takes over what the live tree holds at the product's path, if it was made under the same key.
    ///
    /// - Returns: Whether it did; otherwise the product has to be made and given to ``add(_:key:at:)``.
    func keep(_ product: Product) throws -> Bool {
        guard let live, live.manifest.stamp == manifest.stamp, var entry = live.manifest.files[product.path],
            entry.key == product.key, live.holds(product.path, entry)
        else { return false }
        entry.isKept = false
        try add(entry, at: product.path)
        return true
    }

    /// Has to be called before anything is staged: a build that has nothing to make leaves the folder untouched.
    package func prepareStaging() throws { try folder.disk.makeFolder(folder.stagingPath) }

    /// Adds a file that was made.
    ///
    /// - Parameters:
    ///   - key: Nothing when the next build has to make it again.
    ///   - path: Where it goes in the tree.
    /// - Throws: ``ReleaseError/samePath(_:)`` when something was already added there.
    func add(_ file: Staging.Staged, key: SHA256Digest?, at path: String) throws {
        var entry = file.entry
        entry.key = key
        try add(entry, at: path)
        staged[path] = file.place
    }

    /// Adds one file that belongs to no product.
    package func add(_ file: ReleasedFile) throws {
        try add(try staging.put(file, number: manifest.files.count), key: nil, at: file.path)
    }

    private func add(_ entry: Manifest.Entry, at path: String) throws {
        guard ReleasedFile.isSound(path) else { throw ReleaseError.badPath(path) }
        guard manifest.files.updateValue(entry, forKey: path) == nil else { throw ReleaseError.samePath(path) }
    }

    /// Brings the standby tree up to date and lets `current` point to it.
    ///
    /// Until the last step readers see the old tree, whatever fails before it.
    package func publish() throws -> ReleaseReport {
        let report = ReleaseReport(from: live?.manifest, to: manifest)
        if let live, report.isUnchanged, staged.isEmpty {
            try rekey(live)
            return report.on(live.tree)
        }
        keepOneReleaseLonger()
        let target = current?.other ?? .a
        let standby = StandbyTree(disk: folder.disk, root: folder.path(of: target), live: live)
        hadAllCopies =
            standby.copies.areComplete
            && (live.map { PackedCopies(disk: folder.disk, root: $0.root).areComplete } ?? false)
        try standby.bring(to: manifest, staged: staged)
        try folder.flip(to: target)
        return report.on(target)
    }

    /// Packs what the live tree holds and has no copy of: to be called after ``publish()``, so that the release does
    /// not wait for it. What one call leaves undone the next does.
    func pack(_ jobs: Jobs) throws {
        guard let tree = try folder.live() else { return }
        let copies = PackedCopies(disk: folder.disk, root: folder.path(of: tree))
        guard !copies.areComplete else { return }
        // With all copies in both trees before, only new files lack theirs: the others brought theirs along.
        let paths = hadAllCopies ? staged.keys.sorted() : manifest.files.keys.sorted()
        let files = paths.compactMap { path in manifest.files[path].map { (path: path, size: $0.size) } }
        try copies.complete(files, staging: folder.stagingPath, jobs: jobs)
    }

    /// Files stay as they are when they came out the same, but what they were made of has to be known next time.
    private func rekey(_ live: LiveTree) throws {
        for (path, entry) in live.manifest.files where entry.isKept && manifest.files[path] == nil {
            manifest.files[path] = entry
        }
        guard manifest != live.manifest else { return }
        try manifest.write(in: live.root, on: folder.disk)
        try folder.disk.sync(folder: live.root)
    }

    private func keepOneReleaseLonger() {
        guard let live else { return }
        for (path, entry) in live.manifest.files
        where ReleasedFile.isKeptLonger(path) && !entry.isKept && manifest.files[path] == nil
            && live.holds(path, entry)
        {
            manifest.files[path] = Manifest.Entry(sha256: entry.sha256, size: entry.size, isKept: true)
        }
    }
}
