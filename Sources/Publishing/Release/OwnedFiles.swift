import Foundation

/// Which files of a tree some release put there: only those are ever replaced or taken away.
///
/// A tree at rest has its `manifest`. While it is changed, that stands aside as `manifest.before`, and `manifest.adding`
/// lists what may be new, so that an interrupted release leaves nothing behind that the next one could not clear.
struct OwnedFiles {
    /// The manifest of a tree at rest; nothing for one that was left unfinished.
    let before: Manifest?
    /// Paths in the tree.
    let all: Set<String>
    /// Those of an unfinished tree that stand in no manifest.
    let unlisted: Set<String>
    /// Without any list nobody knows whose the files are: those in the way are replaced, the others stay.
    let isKnown: Bool

    private static let asideName = "manifest.before"
    private static let addingName = "manifest.adding"

    init(of root: String) throws {
        before = try Manifest.read(root + "/" + Manifest.name)
        if let before {
            // What else lies there is left over from a change that was finished.
            (all, unlisted, isKnown) = (Set(before.files.keys), [], true)
            return
        }
        let aside = try Manifest.read(root + "/" + Self.asideName)
        let adding = try Disk.read(root + "/" + Self.addingName)
        unlisted = Set(adding.map { String(decoding: $0, as: UTF8.self).split(separator: "\n").map(String.init) } ?? [])
        all = Set((aside?.files ?? [:]).keys).union(unlisted)
        isKnown = aside != nil || adding != nil
    }

    /// Writes down what may be ours, and sets the manifest aside: from here on the tree is unfinished.
    ///
    /// - Parameter added: All that may be ours and stands in no manifest.
    static func announce(_ added: Set<String>, in root: String, on disk: Disk) throws {
        let temporary = root + "/." + addingName
        try disk.create(temporary, bytes: Data(added.sorted().map { $0 + "\n" }.joined().utf8))
        try disk.move(temporary, over: root + "/" + addingName)
        if Disk.status(root + "/" + Manifest.name) != nil {
            try disk.move(root + "/" + Manifest.name, over: root + "/" + asideName)
        }
        // Before any file changes, or a power cut could leave an old manifest beside new files.
        try disk.sync(around: root)
    }

    /// Makes sure that the disk has every file, then lets the tree count as whole.
    static func conclude(with manifest: Manifest, in root: String, on disk: Disk) throws {
        try manifest.write(in: root, on: disk)
        try disk.remove(root + "/" + asideName)
        try disk.remove(root + "/" + addingName)
        try disk.sync(folder: root)
    }
}
