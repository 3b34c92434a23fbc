extension PublicFolder {
    /// Goes back to the release before.
    ///
    /// - Returns: The tree that is live now.
    /// - Throws: ``ReleaseError/nothingBefore`` when there is no finished tree beside the live one.
    package func rollback() throws -> Tree {
        let lock = try ReleaseLock.take(in: self)
        defer { extendLifetime(lock) }
        guard let live = try live(), let manifest = try manifest(of: live.other) else {
            throw ReleaseError.nothingBefore
        }
        try keepForReaders(of: live, in: manifest)
        try flip(to: live.other)
        return live.other
    }

    /// Pages of the release that is left are still in readers' hands and ask for its fingerprinted files.
    private func keepForReaders(of left: Tree, in manifest: Manifest) throws {
        var manifest = manifest
        let root = path(of: left.other)
        var kept: [String] = []
        for (path, entry) in try self.manifest(of: left)?.files ?? [:]
        where ReleasedFile.isKeptLonger(path) && !entry.isKept && manifest.files[path] == nil {
            manifest.files[path] = Manifest.Entry(sha256: entry.sha256, size: entry.size, isKept: true)
            kept.append(path)
        }
        guard !kept.isEmpty else { return }
        // The list first: a file that is listed and missing is made again, one that is there unlisted is nobody's.
        try manifest.write(in: root, on: disk)
        for file in kept.sorted() { _ = try disk.link(path(of: left) + "/" + file, as: root + "/" + file) }
        try disk.sync(around: root)
    }
}
