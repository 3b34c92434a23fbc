/// What a release changed.
package struct ReleaseReport: Hashable, Sendable {
    /// Addresses of pages, sorted.
    package var added: [String]
    package var changed: [String]
    package var removed: [String]
    /// Other files that are new, changed or gone.
    package var otherFiles: Int
    /// The tree that readers see now.
    package var tree: PublicFolder.Tree?

    /// Nothing differs from what is live.
    init(unchanged tree: PublicFolder.Tree) { (added, changed, removed, otherFiles, self.tree) = ([], [], [], 0, tree) }

    /// Compares two trees, leaving out what is only kept.
    init(from manifest: Manifest?, to after: Manifest) {
        (added, changed, removed, otherFiles) = ([], [], [], 0)
        let before = manifest?.files ?? [:]
        for (path, entry) in after.files where !entry.matches(before[path].flatMap { $0.isKept ? nil : $0 }) {
            if ReleaseReport.isPage(path) {
                before[path] == nil ? added.append(path) : changed.append(path)
            } else {
                otherFiles += 1
            }
        }
        for (path, entry) in before where after.files[path] == nil && !entry.isKept {
            if ReleaseReport.isPage(path) { removed.append(path) } else { otherFiles += 1 }
        }
        (added, changed, removed) = (Self.addresses(added), Self.addresses(changed), Self.addresses(removed))
    }

    /// Nothing differs from what was live.
    package var isUnchanged: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty && otherFiles == 0 }

    /// «2 trang mới, 1 sửa, 0 gỡ; 3 tệp khác đổi».
    package var sentence: String {
        let pages = "\(added.count) trang mới, \(changed.count) sửa, \(removed.count) gỡ"
        return otherFiles == 0 ? pages : pages + "; \(otherFiles) tệp khác đổi"
    }

    func on(_ tree: PublicFolder.Tree) -> ReleaseReport {
        var copy = self
        copy.tree = tree
        return copy
    }

    /// «site/tra-cuu/index.html» → «/tra-cuu/», sorted.
    private static func addresses(_ paths: [String]) -> [String] {
        paths.map { path in
            let address = path.dropFirst("site".count)
            return String(address.hasSuffix("/index.html") ? address.dropLast("index.html".count) : address)
        }.sorted()
    }

    static func isPage(_ path: String) -> Bool { path.hasPrefix("site/") && path.hasSuffix(".html") }
}
