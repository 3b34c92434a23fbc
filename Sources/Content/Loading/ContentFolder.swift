import Foundation

/// The files of `content/`, listed once and in one order whatever the disk says.
struct ContentFolder {
    /// The checkout, then what lies over it; of two files with one path the later root's counts.
    let roots: [URL]
    private var owners: [String: URL] = [:]
    /// From the root of the checkout, sorted by bytes.
    private(set) var paths: [String] = []
    /// Folders and links that could not be followed.
    private(set) var unreadable: [String] = []
    /// What is neither file nor folder, and links to folders, which could lead round in a circle.
    private(set) var special: [String] = []

    init(roots: [URL]) {
        self.roots = roots
        for root in roots { list("content", in: root) }
        paths = owners.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    func bytes(of path: String) throws -> Data {
        guard let root = owners[path] else { throw CocoaError(.fileNoSuchFile) }
        return try Data(contentsOf: root.appending(path: path))
    }

    private mutating func list(_ folder: String, in root: URL) {
        guard let stream = opendir(root.appending(path: folder).path) else {
            unreadable.append(folder)
            return
        }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard name != ".", name != ".." else { continue }
            visit("\(folder)/\(name)", in: root)
        }
    }

    /// A linked file counts as a file, as an editor sees it.
    private mutating func visit(_ path: String, in root: URL) {
        let place = root.appending(path: path).path
        var entry = stat()
        var target = stat()
        guard lstat(place, &entry) == 0, stat(place, &target) == 0 else {
            unreadable.append(path)
            return
        }
        switch (target.st_mode & S_IFMT, entry.st_mode & S_IFMT) {
        case (S_IFDIR, S_IFDIR): list(path, in: root)
        case (S_IFREG, _): owners[path] = root
        default: special.append(path)
        }
    }
}
