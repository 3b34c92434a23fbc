import Domain
import Foundation
import Testing

@testable import Content

/// A site of Tests/Fixtures/sites, put together in a folder of its own.
///
/// Limit: the folder is removed when the value goes; keep it while the site is read.
final class FixtureSite {
    /// Holds `content/`.
    let root: URL

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/sites")

    /// - Parameter name: A folder of fixtures: `good`, or one that is laid over it.
    init(_ name: String) throws {
        let files = FileManager.default
        root = files.temporaryDirectory.appending(path: "doithoai-site-\(UUID().uuidString)")
        try files.createDirectory(at: root, withIntermediateDirectories: true)
        try files.copyItem(at: Self.folder.appending(path: "good/content"), to: root.appending(path: "content"))
        guard name != "good" else { return }
        let overlay = Self.folder.appending(path: name)
        try lay(overlay.appending(path: "content"))
        let without = overlay.appending(path: "without.txt")
        guard files.fileExists(atPath: without.path) else { return }
        for path in try String(contentsOf: without, encoding: .utf8).split(separator: "\n") {
            try files.removeItem(at: root.appending(path: String(path)))
        }
    }

    deinit {
        do {
            try FileManager.default.removeItem(at: root)
        } catch {
            Issue.record("the folder of a fixture site stays behind: \(error)")
        }
    }

    /// Replaces one file of the site.
    func write(_ text: String, to path: String) throws {
        let target = root.appending(path: path)
        try FileManager.default.createDirectory(
            at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: target)
    }

    func load(at instant: Date? = nil) -> LoadedContent {
        // The folder goes with this value, so it has to outlive the reading.
        withExtendedLifetime(self) { ContentLoader(root: root).load(at: instant) }
    }

    private func lay(_ folder: URL) throws {
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            let source = folder.appending(path: path)
            guard try source.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
            let target = root.appending(path: "content/\(path)")
            try FileManager.default.createDirectory(
                at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
            if FileManager.default.fileExists(atPath: target.path) {
                try FileManager.default.removeItem(at: target)
            }
            try FileManager.default.copyItem(at: source, to: target)
        }
    }
}
