import Domain
import Foundation
import Register

/// The folder encrypted backups are kept in: `doithoai-<moment>.tar.age`, and the list of erasures beside them.
struct BackupStore {
    let folder: URL

    /// Erasures are kept outside the backups too: one made before an erasure must not bring back what was erased.
    var erasures: URL { folder.appending(path: "erasures") }

    /// Packs and encrypts `contents` under a name of that moment; whole and on the disk, or not there at all.
    ///
    /// - Parameter recipients: As age takes them: `-r KEY` or `-R FILE`, one pair after the other.
    func add(_ contents: BackupContents, made now: Date, recipients: [String]) throws -> URL {
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let time = WallTime(of: now)
        let day = VietnameseDate.machine(CivilDate(of: now)).replacing("-", with: "")
        let moment = [time.hour, time.minute, time.second].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
        let file = folder.appending(path: "doithoai-\(day)T\(moment).tar.age")
        guard !FileManager.default.fileExists(atPath: file.path) else {
            throw CommandFailure(.problems, "Đã có \(file.path), không ghi đè.")
        }
        let unfinished = folder.appending(path: ".\(file.lastPathComponent).\(UUID().uuidString)")
        defer { unlink(unfinished.path) }
        try ProgramPair(
            first: ["tar", "--create", "--file=-", "--directory=\(contents.folder.path)", "."],
            second: ["age", "--encrypt"] + recipients + ["--output", unfinished.path]
        ).run()
        chmod(unfinished.path, 0o600)
        try sync(unfinished)
        guard rename(unfinished.path, file.path) == 0 else {
            throw CommandFailure(.fault, "Không ghi được \(file.path).")
        }
        try sync(folder)
        return file
    }

    /// Deletes the oldest until `count` are left.
    ///
    /// - Returns: How many were deleted.
    func keepNewest(_ count: Int) throws -> Int {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasPrefix("doithoai-") && $0.hasSuffix(".tar.age") }.sorted()
        let old = names.dropLast(count)
        for name in old { try FileManager.default.removeItem(at: folder.appending(path: name)) }
        return old.count
    }

    /// Decrypts and unpacks into `target`, an empty folder.
    static func unpack(_ archive: URL, identity: URL, into target: URL) throws {
        try ProgramPair(
            first: ["age", "--decrypt", "--identity", identity.path, archive.path],
            second: ["tar", "--extract", "--file=-", "--directory=\(target.path)", "--no-same-owner"]
        ).run()
    }

    /// A rename or a file is safe from a loss of power only when it was synced.
    private func sync(_ place: URL) throws {
        let descriptor = open(place.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw CommandFailure(.fault, "Không mở được \(place.path).") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else {
            throw CommandFailure(.fault, "Không ghi chắc được \(place.path) xuống đĩa.")
        }
    }
}
