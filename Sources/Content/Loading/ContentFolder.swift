import Foundation

/// The files of `content/`, listed once and in one order whatever the disk says.
struct ContentFolder {
    /// A file, as it was when listed.
    struct Entry: Sendable {
        /// From the root of the checkout.
        var path: String
        /// Which of the roots it stands in.
        var root: Int
        var signature: FileSignature
    }

    /// The paths of the checkout, then of what lies over it; of two files with one path the later root's counts.
    let roots: [String]
    /// Nanoseconds since 1970: when the listing began.
    let listedAt = FileSignature.now
    /// By path, in order of bytes.
    private(set) var entries: [Entry] = []
    /// Folders and links that could not be followed.
    private(set) var unreadable: [String] = []
    /// What is neither file nor folder, and links to folders, which could lead round in a circle.
    private(set) var special: [String] = []

    var paths: [String] { entries.map(\.path) }

    init(roots: [URL]) {
        self.roots = roots.map(\.path)
        for (index, root) in self.roots.enumerated() {
            list("content", of: index, at: open("\(root)/content", Self.folderFlags))
        }
        entries.sort { left, right in
            let order = left.path.bytewiseOrder(to: right.path)
            return order < 0 || order == 0 && left.root > right.root
        }
        guard roots.count > 1 else { return }
        var kept: [Entry] = []
        for entry in entries where kept.last.map({ $0.path.bytewiseOrder(to: entry.path) != 0 }) ?? true {
            kept.append(entry)
        }
        entries = kept
    }

    /// The file at a path.
    func entry(_ path: String) -> Entry? {
        var range = entries.indices
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            let order = path.bytewiseOrder(to: entries[middle].path)
            if order == 0 { return entries[middle] }
            range = order < 0 ? range.lowerBound..<middle : middle + 1..<range.upperBound
        }
        return nil
    }

    func bytes(of entry: Entry) throws -> [UInt8] {
        try FileBytes.read("\(roots[entry.root])/\(entry.path)")
    }

    // MARK: Listing

    private static let folderFlags = O_RDONLY | O_DIRECTORY | O_CLOEXEC

    /// - Parameter descriptor: Of the folder, closed here; negative when it could not be opened.
    private mutating func list(_ folder: String, of root: Int, at descriptor: Int32) {
        guard descriptor >= 0, let stream = fdopendir(descriptor) else {
            if descriptor >= 0 { close(descriptor) }
            unreadable.append(folder)
            return
        }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            withUnsafePointer(to: &entry.pointee.d_name) { bytes in
                bytes.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { name in
                    visit(name, in: folder, of: root, at: descriptor)
                }
            }
        }
    }

    /// A linked file counts as a file, as an editor sees it.
    private mutating func visit(_ name: UnsafePointer<CChar>, in folder: String, of root: Int, at descriptor: Int32) {
        let text = String(cString: name)
        guard text != ".", text != ".." else { return }
        let path = "\(folder)/\(text)"
        var entry = stat()
        guard fstatat(descriptor, name, &entry, AT_SYMLINK_NOFOLLOW) == 0 else { return unreadable.append(path) }
        var target = entry
        if entry.st_mode & S_IFMT == S_IFLNK {
            guard fstatat(descriptor, name, &target, 0) == 0 else { return unreadable.append(path) }
        }
        switch (target.st_mode & S_IFMT, entry.st_mode & S_IFMT) {
        case (S_IFDIR, S_IFDIR): list(path, of: root, at: openat(descriptor, name, Self.folderFlags | O_NOFOLLOW))
        case (S_IFREG, _): entries.append(Entry(path: path, root: root, signature: FileSignature(target)))
        default: special.append(path)
        }
    }
}
