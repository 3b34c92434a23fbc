internal import Cryptography
internal import Domain
package import Foundation
internal import Theme

/// Reads the live release and keeps it until another goes live.
///
/// The tree behind the link `current` holds `service/release.json`, `service/chrome.json`,
/// `service/forms/<digest>.json` and the templates below `service/templates/`.
package final class SnapshotSource: Sendable {
    private let folder: URL
    private let log: any IntakeLog
    private let kept = Guarded<Kept?>(nil)

    private struct Kept {
        var mark: ReleaseMark
        var snapshot: Snapshot
        /// A newer release that could not be read: said once, not at every request.
        var failed: ReleaseMark?
    }

    /// - Parameter publicFolder: The folder with the link `current`.
    package init(publicFolder: URL, log: any IntakeLog) {
        folder = publicFolder
        self.log = log
    }

    /// The live release.
    ///
    /// When it cannot be read, the one read before goes on serving and the log says so.
    /// - Throws: When there is none, and none was read before.
    package func current() throws -> Snapshot {
        try kept.with { kept in
            do {
                return try refresh(&kept)
            } catch {
                guard let last = kept else { throw error }
                let mark = ReleaseMark(of: folder)
                if last.failed != mark {
                    log.write(LogEntry(.error, "release-unreadable", ["cause": LogEntry.cause(of: error)]))
                    kept?.failed = mark
                }
                return last.snapshot
            }
        }
    }

    private func refresh(_ kept: inout Kept?) throws -> Snapshot {
        for _ in 0..<3 {
            guard let mark = ReleaseMark(of: folder) else { throw ReleaseFault.noRelease }
            if let kept, kept.mark == mark { return kept.snapshot }
            let snapshot = try read(mark.tree(in: folder))
            // Another build may have gone live meanwhile, and begun to change this tree.
            guard ReleaseMark(of: folder) == mark else { continue }
            kept = Kept(mark: mark, snapshot: snapshot, failed: nil)
            log.write(LogEntry(.notice, "release-read", ["tree": mark.target]))
            return snapshot
        }
        throw ReleaseFault.changing
    }

    private func read(_ tree: URL) throws -> Snapshot {
        let service = tree.appending(path: "service", directoryHint: .isDirectory)
        let forms = service.appending(path: "forms", directoryHint: .isDirectory)
        var definitions: [String: FormDefinition] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: forms.path).sorted()
        where name.hasSuffix(".json") {
            let bytes = try Data(contentsOf: forms.appending(path: name))
            let digest = SHA256Digest(of: bytes).description
            guard name == digest + ".json" else { throw ReleaseFault.wrongDigest(name) }
            definitions[digest] = try FormDefinition(canonicalBytes: bytes)
        }
        return Snapshot(
            release: try ServiceRelease(canonicalBytes: Data(contentsOf: service.appending(path: "release.json"))),
            chrome: try Chrome(canonicalBytes: Data(contentsOf: service.appending(path: "chrome.json"))),
            theme: try Theme(directory: service.appending(path: "templates", directoryHint: .isDirectory)),
            definitions: definitions)
    }
}

/// What tells one release from the next: where the link points, and which manifest stands there.
struct ReleaseMark: Hashable, Sendable {
    let target: String
    private let inode: UInt64
    private let seconds: Int
    private let nanoseconds: Int

    /// Nothing when no finished release is live.
    init?(of folder: URL) {
        var buffer = [CChar](repeating: 0, count: 256)
        let link = folder.appending(path: "current", directoryHint: .notDirectory).path
        let count = readlink(link, &buffer, buffer.count)
        guard count > 0 else { return nil }
        let target = String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
        var status = stat()
        guard stat(folder.appending(path: "\(target)/manifest").path, &status) == 0 else { return nil }
        self.target = target
        inode = UInt64(status.st_ino)
        seconds = status.st_mtim.tv_sec
        nanoseconds = status.st_mtim.tv_nsec
    }

    func tree(in folder: URL) -> URL { folder.appending(path: target, directoryHint: .isDirectory) }
}

/// Why a release cannot be served.
package enum ReleaseFault: ExplainedFault, Hashable, Sendable {
    case noRelease
    /// It changed at every attempt to read it.
    case changing
    /// A form definition is not the one its name says.
    case wrongDigest(String)

    package var cause: String {
        switch self {
        case .noRelease: "no finished release is live"
        case .changing: "the release changed while it was read"
        case .wrongDigest(let name): "not the definition its name says: \(name)"
        }
    }
}
