internal import CLinux
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
    /// The same as the system wants it; asked for at every request.
    private let path: String
    private let log: any IntakeLog
    private let kept = Guarded<Kept?>(nil)

    private struct Kept {
        var mark: ReleaseMark
        var snapshot: Snapshot
        /// What is live now and could not be read: said once, not at every request.
        var failed: Failed?
    }

    private struct Failed: Equatable {
        /// Nothing when no release is live any more.
        var mark: ReleaseMark?
    }

    /// - Parameter publicFolder: The folder with the link `current`.
    package init(publicFolder: URL, log: any IntakeLog) {
        folder = publicFolder
        path = publicFolder.path
        self.log = log
    }

    /// The live release.
    ///
    /// When it cannot be read, the one read before goes on serving and the log says so.
    /// - Throws: When there is none, and none was read before.
    package func current() throws -> Snapshot {
        // Asked outside the lock: what nearly every request finds is that nothing has changed.
        let mark = ReleaseMark(in: path)
        if let snapshot = kept.with({ $0?.mark == mark && $0?.failed == nil ? $0?.snapshot : nil }) { return snapshot }
        return try kept.with { kept in
            do {
                return try refresh(&kept)
            } catch {
                guard let last = kept else { throw error }
                let failed = Failed(mark: ReleaseMark(in: path))
                if last.failed != failed {
                    log.write(LogEntry(.error, "release-unreadable", ["cause": LogEntry.cause(of: error)]))
                    kept?.failed = failed
                }
                return last.snapshot
            }
        }
    }

    private func refresh(_ kept: inout Kept?) throws -> Snapshot {
        for _ in 0..<3 {
            guard let mark = ReleaseMark(in: path) else { throw ReleaseFault.noRelease }
            if let snapshot = kept?.snapshot, kept?.mark == mark {
                // Back again: should it go once more, that is said once more.
                kept?.failed = nil
                return snapshot
            }
            let snapshot = try read(mark.tree(in: folder))
            // Another build may have gone live meanwhile, and begun to change this tree.
            guard ReleaseMark(in: path) == mark else { continue }
            kept = Kept(mark: mark, snapshot: snapshot, failed: nil)
            // Each release is read by another thread, whose share of the heap would keep what the reading took.
            malloc_trim(0)
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
    init?(in folder: String) {
        let target = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer -> String? in
            guard let start = buffer.baseAddress else { return nil }
            let count = readlink(folder + "/current", start, buffer.count)
            return count > 0 ? String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self) : nil
        }
        var status = stat()
        guard let target, stat("\(folder)/\(target)/manifest", &status) == 0 else { return nil }
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
