import Foundation

/// The gzip copies beside the files of a tree: `index.html.gz` beside `index.html`.
///
/// The web server serves a copy without looking at its age, so this must hold at every moment in a tree that readers
/// see: **where there is a copy, it is of the very file beside it.** Hence copies are only ever added to a live tree;
/// in the standby tree a copy goes before its file is replaced, and one tree's copy comes along when its file does.
/// A copy that is missing does no harm: the server packs the file itself.
struct PackedCopies {
    let disk: Disk
    /// Of the tree.
    let root: String

    /// Stands in a tree whose copies are all there.
    private static let mark = "packed"
    private static let ending = ".gz"
    private static let kinds: Set<Substring> = [
        "html", "css", "mjs", "js", "txt", "xml", "atom", "json", "csv", "ics", "svg",
    ]

    /// Smaller files fit into one packet as they are.
    private static let least = 512

    /// Whether nothing is missing.
    var areComplete: Bool { Disk.status(root + "/" + Self.mark) != nil }

    /// Has to be said before the tree is changed.
    func begin() throws(DiskError) { try disk.remove(root + "/" + Self.mark) }

    /// Takes the copy away; to be called before its file is replaced or removed.
    func remove(_ path: String) throws(DiskError) { try disk.remove(root + "/" + path + Self.ending) }

    /// Takes the copy over from another tree, together with its file.
    func carry(_ path: String, from other: String) throws(DiskError) {
        let source = other + "/" + path + Self.ending
        guard Disk.status(source) != nil else { return }
        _ = try disk.link(source, as: root + "/" + path + Self.ending)
    }

    /// Makes the copies that are missing, several at a time, then says that all are there.
    ///
    /// - Parameters:
    ///   - files: Paths and sizes of files whose copies may be missing; all others have theirs.
    ///   - staging: A folder on the same disk where nobody reads.
    func complete(_ files: [(path: String, size: Int)], staging: String, jobs: Jobs) throws {
        try disk.makeFolder(staging)
        let missing = files.filter { Self.isPackable($0.path, size: $0.size) }
            .filter { Disk.status(root + "/" + $0.path + Self.ending) == nil }
        let made = try jobs.map(Array(missing.enumerated())) { number, file in
            try make(file.path, at: "\(staging)/gz-\(number)").map { (path: file.path, place: $0) }
        }
        // Once for all: a file that a power cut leaves empty must never have its name.
        try disk.sync(around: staging)
        for case let copy? in made { try disk.move(copy.place, over: root + "/" + copy.path + Self.ending) }
        try disk.sync(around: root)
        try disk.create(root + "/" + Self.mark, bytes: Data())
    }

    private static func isPackable(_ path: String, size: Int) -> Bool {
        guard size >= least, path.hasPrefix("site/"), let dot = path.lastIndex(of: ".") else { return false }
        return kinds.contains(path[path.index(after: dot)...])
    }

    /// - Returns: Where the copy waits; nothing when it would not be smaller.
    private func make(_ path: String, at place: String) throws -> String? {
        guard let status = Disk.status(root + "/" + path), let bytes = try Disk.read(root + "/" + path) else {
            return nil
        }
        let packed = Gzip.packed(bytes)
        guard packed.count < bytes.count else { return nil }
        try disk.create(place, bytes: packed)
        // The server makes "last modified" of it: the same with the copy as without.
        try disk.setTime(of: place, to: status.st_mtim.tv_sec)
        return place
    }
}
