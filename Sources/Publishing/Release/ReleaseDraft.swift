import Cryptography
import Foundation
import Glibc

/// A release in the making: takes files one by one, and shows nothing to readers before ``publish()``.
///
/// Files that the live tree already holds are not written at all; the others wait in a staging folder.
/// Identity matters: it owns the staging folder and the lock. Use it from one task.
package final class ReleaseDraft {
    private let folder: PublicFolder
    private let lock: ReleaseLock
    private let live: PublicFolder.Tree?
    private let liveManifest: Manifest?
    private var manifest = Manifest()
    /// Path in the tree → path of the staged file.
    private var staged: [String: String] = [:]

    /// Takes the lock, reads what is live, clears what an interrupted build left.
    package init(in folder: PublicFolder) throws {
        self.folder = folder
        lock = try ReleaseLock(folder)
        live = try folder.live()
        liveManifest = try live.flatMap { try folder.manifest(of: $0) }
        try clearStaging()
        try Disk.makeFolder(folder.stagingPath)
    }

    /// Lets go of the lock and of what was staged; after ``publish()`` there is nothing left to clear.
    package func close() throws {
        defer { lock.release() }
        try clearStaging()
    }

    /// Adds one file.
    ///
    /// - Throws: ``ReleaseError/samePath(_:)`` when something was already added there.
    package func add(_ file: ReleasedFile) throws {
        guard ReleasedFile.isSound(file.path) else { throw ReleaseError.badPath(file.path) }
        guard manifest.files[file.path] == nil else { throw ReleaseError.samePath(file.path) }
        let entry = Manifest.Entry(sha256: SHA256Digest(of: file.bytes).description, size: file.bytes.count)
        manifest.files[file.path] = entry
        if entry.matches(liveManifest?.files[file.path]), isSound(live, file.path, size: entry.size) { return }
        let path = "\(folder.stagingPath)/\(staged.count)"
        try Disk.create(path, bytes: file.bytes)
        staged[file.path] = path
    }

    /// Brings the standby tree up to date and lets `current` point to it.
    ///
    /// Until the last step readers see the old tree, whatever fails before it.
    package func publish() throws -> ReleaseReport {
        let report = ReleaseReport(from: liveManifest ?? Manifest(), to: manifest)
        if let live, report.isUnchanged, staged.isEmpty { return report.on(live) }
        keepOneReleaseLonger()
        let target = live?.other ?? .a
        try StandbyTree(root: folder.path(of: target), liveRoot: live.map(folder.path(of:)))
            .bring(to: manifest, staged: staged)
        try folder.flip(to: target)
        return report.on(target)
    }

    private func keepOneReleaseLonger() {
        for (path, entry) in liveManifest?.files ?? [:]
        where ReleasedFile.isKeptLonger(path) && entry.kept != true && manifest.files[path] == nil
            && isSound(live, path, size: entry.size)
        {
            manifest.files[path] = Manifest.Entry(sha256: entry.sha256, size: entry.size, kept: true)
        }
    }

    /// A file that was emptied or lost behind our back must not be linked again.
    private func isSound(_ tree: PublicFolder.Tree?, _ path: String, size: Int) -> Bool {
        guard let tree, let status = Disk.status(folder.path(of: tree) + "/" + path) else { return false }
        return Disk.isRegular(status) && Int(status.st_size) == size
    }

    private func clearStaging() throws {
        for name in try Disk.names(in: folder.stagingPath) { try Disk.remove(folder.stagingPath + "/" + name) }
        _ = try Disk.removeIfEmpty(folder.stagingPath)
    }
}
