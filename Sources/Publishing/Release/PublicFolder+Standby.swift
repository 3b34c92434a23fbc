extension PublicFolder {
    /// Gives the standby tree all that readers see, so that the next release has only to place what changed.
    ///
    /// The release before is gone afterwards: for a preview, which nobody rolls back.
    package func alignStandby() throws {
        let lock = try ReleaseLock.take(in: self)
        defer { extendLifetime(lock) }
        guard let tree = try live(), let manifest = try manifest(of: tree) else { return }
        let live = LiveTree(tree: tree, root: path(of: tree), manifest: manifest)
        try StandbyTree(disk: disk, root: path(of: tree.other), live: live).bring(to: manifest, staged: [:])
    }
}
