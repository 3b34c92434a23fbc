package import Foundation

/// What a released tree holds: path → digest and size. A tree without it counts as unfinished.
package struct Manifest: Hashable, Sendable, Codable {
    /// One released file.
    package struct Entry: Hashable, Sendable, Codable {
        /// SHA-256 in hexadecimal.
        package var sha256: String
        /// Bytes.
        package var size: Int
        /// Not of this release: kept one release longer for readers who still hold the pages of the one before.
        package var kept: Bool?

        package init(sha256: String, size: Int, kept: Bool? = nil) {
            self.sha256 = sha256
            self.size = size
            self.kept = kept
        }

        /// Whether both are the same bytes.
        func matches(_ other: Entry?) -> Bool { sha256 == other?.sha256 && size == other?.size }
    }

    /// By path from the root of the tree: `site/…` or `service/…`.
    package var files: [String: Entry]

    package init(files: [String: Entry] = [:]) { self.files = files }

    static let name = "manifest.json"
    /// Stands in the tree while it is being changed and lists all that may be ours, so that an interrupted
    /// release can be cleared away by the next one.
    static let pendingName = "manifest.pending.json"

    /// JSON with sorted keys.
    package func bytes() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return try encoder.encode(self)
    }

    /// Reads the manifest at `path`; nothing when there is none or when it cannot be understood, which is the same
    /// to a release: the tree is rebuilt.
    static func read(_ path: String) throws(DiskError) -> Manifest? {
        guard let bytes = try Disk.read(path) else { return nil }
        do {
            return try JSONDecoder().decode(Manifest.self, from: bytes)
        } catch {
            return nil
        }
    }
}
