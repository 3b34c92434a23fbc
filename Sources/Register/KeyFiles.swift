import Cryptography
import Foundation

/// The files of one purpose's keys.
struct KeyFiles {
    let folder: URL
    let purpose: Keyring.Purpose

    /// The two newest generations.
    func pair() throws -> KeyPair {
        let newest = try generations().suffix(2).map(read)
        guard let current = newest.last else { throw KeyringError.damaged(file: name(1)) }
        return KeyPair(current: current, previous: newest.count == 2 ? newest.first : nil)
    }

    /// Leaves the two newest generations.
    func deleteOld() throws {
        for old in try generations().dropLast(2) { try FileManager.default.removeItem(at: url(old)) }
    }

    /// Oldest first.
    func generations() throws -> [UInt8] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).compactMap { name in
            guard name.hasPrefix("\(purpose.rawValue)-"), name.hasSuffix(".key") else { return nil }
            return UInt8(name.dropFirst(purpose.rawValue.count + 1).dropLast(4))
        }.sorted()
    }

    /// When that generation was made.
    func made(_ generation: UInt8) throws -> Date {
        let attributes = try FileManager.default.attributesOfItem(atPath: url(generation).path)
        return attributes[.modificationDate] as? Date ?? .distantPast
    }

    private func name(_ generation: UInt8) -> String { "\(purpose.rawValue)-\(generation).key" }
    private func url(_ generation: UInt8) -> URL { folder.appending(path: name(generation)) }

    private func read(_ generation: UInt8) throws -> Key {
        let path = url(generation).path
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        guard let mode, mode & 0o077 == 0 else { throw KeyringError.exposed(file: name(generation)) }
        let bytes = try [UInt8](Data(contentsOf: url(generation)))
        guard bytes.count == 32 else { throw KeyringError.damaged(file: name(generation)) }
        return Key(generation: generation, bytes: bytes)
    }

    /// Written beside, synced, then linked under its name: a reader sees a whole key or none, and the first maker wins.
    /// The folder is synced too: what was signed by a key must not outlive it.
    func add(generation: UInt8) throws {
        let temporary = folder.appending(path: ".\(UUID().uuidString)").path
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw POSIXError.last }
        defer { unlink(temporary) }
        let bytes = SecureRandom.bytes(32)
        let written = write(descriptor, bytes, bytes.count) == bytes.count && fsync(descriptor) == 0
        guard close(descriptor) == 0, written else { throw POSIXError.last }
        guard link(temporary, url(generation).path) == 0 || errno == EEXIST else { throw POSIXError.last }
        let directory = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { throw POSIXError.last }
        defer { close(directory) }
        guard fsync(directory) == 0 else { throw POSIXError.last }
    }
}

extension POSIXError {
    /// The error of the last system call of this thread.
    static var last: POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}
