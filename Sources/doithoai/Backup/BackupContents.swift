import Cryptography
import Domain
import Foundation
import Register

/// What a backup holds, unpacked: `state/`, `content/`, `backup.json` and the digests of all files.
struct BackupContents {
    let folder: URL

    var state: StateFolder { StateFolder(url: folder.appending(path: "state", directoryHint: .isDirectory)) }
    var content: URL { folder.appending(path: "content", directoryHint: .isDirectory) }
    private var summaryFile: URL { folder.appending(path: "backup.json") }
    private var digestFile: URL { folder.appending(path: "SHA256SUMS") }

    /// What is told of a backup without opening its register.
    struct Summary: Codable {
        var made: String
        var events: Int
        /// Hash of the last event.
        var head: String
        var entered: Int
    }

    /// What can be made again, is of this machine only, or is copied by SQLite itself. Letters among it: they name people
    /// that may be erased later, in files nobody could take them out of.
    private static let leftOut: Set<String> = [
        "cache", "run", "letters", "logs", "public", "preview", "bao-tri", "register.sqlite", "register.sqlite-wal",
        "register.sqlite-shm",
    ]

    /// Copies everything that cannot be made again into `folder`, and proves the copy of the register.
    ///
    /// - Parameter root: The checkout; its `content/` goes along when there is one.
    /// - Throws: ``CommandFailure`` when the copy is not sound.
    func fill(from source: StateFolder, root: URL, register: RegisterDatabase, now: Date) throws -> Summary {
        try make(state.url)
        for name in try FileManager.default.contentsOfDirectory(atPath: source.url.path).sorted()
        where !Self.leftOut.contains(name) && !name.hasPrefix(".") {
            try copy(source.url.appending(path: name), to: state.url.appending(path: name))
        }
        try register.copy(to: state.register.path)
        let site = root.appending(path: "content", directoryHint: .isDirectory).resolvingSymlinksInPath()
        if FileManager.default.fileExists(atPath: site.path) { try copy(site, to: content) }
        let summary = try prove(now: now)
        try JSONEncoder().encode(summary).write(to: summaryFile)
        try digests().write(to: digestFile, atomically: false, encoding: .utf8)
        return summary
    }

    /// Opens the copied register and checks file, chain, rows and sums.
    private func prove(now: Date) throws -> Summary {
        let copy = try RegisterDatabase(reading: state.register.path, clock: .stopped(at: now))
        defer { closeQuietly(copy) }
        let verification = try soundVerification(of: copy)
        return Summary(
            made: VietnameseDate.machine(now), events: verification.events, head: verification.head,
            entered: try copy.totals().entered)
    }

    /// - Throws: ``CommandFailure`` naming how many faults there are.
    func soundVerification(of register: RegisterDatabase) throws -> RegisterVerification {
        let damage = try register.damage()
        guard damage.isEmpty else {
            throw CommandFailure(.problems, "Tệp sổ hỏng: \(damage.prefix(3).joined(separator: "; ")).")
        }
        let verification = try register.verify()
        guard verification.faults.isEmpty else {
            throw CommandFailure(
                .problems,
                "Sổ có \(verification.faults.count) chỗ không khớp nhật ký. Xem bằng: doithoai register verify")
        }
        return verification
    }

    /// Reads what was unpacked.
    ///
    /// - Throws: ``CommandFailure`` when a file is missing, added, changed, or is no plain file.
    func checkedSummary() throws -> Summary {
        let wanted = try String(contentsOf: digestFile, encoding: .utf8)
        guard try digests() == wanted else {
            throw CommandFailure(.problems, "Bản sao lưu không còn nguyên: tệp bên trong khác lúc sao lưu.")
        }
        return try JSONDecoder().decode(Summary.self, from: Data(contentsOf: summaryFile))
    }

    /// As `sha256sum` writes and checks them, sorted by name.
    private func digests() throws -> String {
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        return try names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { name in
            var status = Foundation.stat()
            let path = folder.appending(path: name).path
            guard lstat(path, &status) == 0 else { throw CommandFailure(.fault, "Không đọc được \(path).") }
            switch status.st_mode & S_IFMT {
            case S_IFDIR: return ""
            case S_IFREG where name == digestFile.lastPathComponent: return ""
            case S_IFREG: return "\(SHA256Digest(of: try Data(contentsOf: URL(filePath: path))))  \(name)\n"
            default: throw CommandFailure(.problems, "\(name) không phải tệp thường.")
            }
        }.joined()
    }

    /// Files and folders for their owner only. FileManager's own copying also hands over the owner, which the sandbox
    /// of the unit forbids.
    private func copy(_ source: URL, to target: URL) throws {
        var status = Foundation.stat()
        guard lstat(source.path, &status) == 0 else { throw CommandFailure(.fault, "Không đọc được \(source.path).") }
        switch status.st_mode & S_IFMT {
        case S_IFDIR:
            // The state of a rehearsal: made up, and with files of a running portal that are no plain files.
            guard !StateFolder(url: source).isMarkedRehearsal else { return }
            try make(target)
            for name in try FileManager.default.contentsOfDirectory(atPath: source.path).sorted() {
                try copy(source.appending(path: name), to: target.appending(path: name))
            }
        case S_IFREG:
            try Data(contentsOf: source).write(to: target)
            chmod(target.path, status.st_mode & 0o700)
        default: throw CommandFailure(.problems, "\(source.path) không phải tệp thường, không sao lưu được.")
        }
    }

    private func make(_ folder: URL) throws {
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    /// What was read is there; that closing failed changes nothing about it.
    private func closeQuietly(_ register: RegisterDatabase) {
        do { try register.close() } catch { return }
    }
}
