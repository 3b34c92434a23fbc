internal import Cryptography
internal import Foundation

/// What is known of the live release without reading it whole.
struct ReleaseFacts: Sendable {
    /// The tree the link `current` leads to.
    let tree: String
    /// SHA-256 of the release's manifest: the same digest, the same release.
    let digest: String
    let released: Date
    /// When it has to be followed by another; nothing when no date is ahead.
    let nextBoundary: Date?

    /// Nothing when no finished release is live.
    init?(of folder: URL) {
        do {
            tree = try FileManager.default.destinationOfSymbolicLink(atPath: folder.appending(path: "current").path)
            let live = folder.appending(path: tree, directoryHint: .isDirectory)
            let manifest = live.appending(path: "manifest")
            digest = SHA256Digest(of: try Data(contentsOf: manifest)).description
            let attributes = try FileManager.default.attributesOfItem(atPath: manifest.path)
            released = attributes[.modificationDate] as? Date ?? .distantPast
            let boundary = live.appending(path: "service/next-boundary.txt").path
            let text = FileManager.default.contents(atPath: boundary).map { String(decoding: $0, as: UTF8.self) } ?? ""
            nextBoundary = ISO8601DateFormatter().date(from: text.trimmingCharacters(in: .whitespacesAndNewlines))
        } catch {
            return nil
        }
    }
}
