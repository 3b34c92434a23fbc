import Foundation
import GRDB

/// The one connection of a register, on the file that its path names now.
///
/// SQLite goes on writing to a file that was moved away, deleted or replaced, without a word: what would be
/// acknowledged then is in a file that nobody finds. So the name is looked at before each use and after each commit.
final class RegisterConnection: @unchecked Sendable {
    private let path: String
    private let open: @Sendable () throws -> DatabaseQueue
    private let lock = NSLock()
    // guarded by lock: current, files, left, isOutworn
    private var current: DatabaseQueue
    private var files: Files
    /// Connections to files that are no longer there. Never closed: SQLite would then delete the log of that *name*,
    /// which by now may belong to the file that took its place.
    private var left: [DatabaseQueue] = []
    private var isOutworn = false

    /// - Parameter open: Gives a new connection to the file at `path`, ready for use.
    init(path: String, open: @escaping @Sendable () throws -> DatabaseQueue) throws {
        self.path = path
        self.open = open
        current = try open()
        files = try Files(at: path)
    }

    /// The connection, a new one when another register has taken the place of the file.
    ///
    /// - Throws: ``RegisterError/fileMissing``, ``RegisterError/fileReplaced``, and what opening throws.
    func queue() throws -> DatabaseQueue {
        try lock.withLock {
            let now = try Files.identity(at: path)
            if now == files.register { return try isOutworn ? renewed() : current }
            guard now != nil else { throw RegisterError.fileMissing }
            // The log of the old file beside the new one: whoever opened it would mix the two.
            guard !files.sharesLog(with: try Files(at: path)) else { throw RegisterError.fileReplaced }
            let fresh = try open()
            left.append(current)
            current = fresh
            files = try Files(at: path)
            return current
        }
    }

    /// Asks for a new connection at the next use.
    ///
    /// SQLite opens a file for reading only when it cannot be opened for writing, and stays with that for good, also
    /// when whatever stood in the way is over.
    func wearOut() { lock.withLock { isOutworn = true } }

    /// Called with the lock held.
    private func renewed() throws -> DatabaseQueue {
        let fresh = try open()
        let old = current
        current = fresh
        files = try Files(at: path)
        isOutworn = false
        // The same file under the same name: closing takes nothing from the new connection.
        try old.close()
        return fresh
    }

    /// - Throws: ``RegisterError/fileMissing`` when what was just committed is not in the file at the path.
    func assertInPlace() throws {
        let committed = lock.withLock { files.register }
        guard try Files.identity(at: path) == committed else { throw RegisterError.fileMissing }
    }

    func close() throws { try lock.withLock { try current.close() } }

    /// The files of a register and which they are, not what they are called.
    private struct Files {
        let register: Identity?
        let log: Identity?
        let index: Identity?

        init(at path: String) throws {
            register = try Self.identity(at: path)
            log = try Self.identity(at: path + "-wal")
            index = try Self.identity(at: path + "-shm")
        }

        func sharesLog(with other: Files) -> Bool {
            (log != nil && log == other.log) || (index != nil && index == other.index)
        }

        /// Nothing when there is no such file.
        static func identity(at path: String) throws -> Identity? {
            var status = stat()
            guard stat(path, &status) == 0 else {
                if errno == ENOENT { return nil }
                throw POSIXError.last
            }
            return Identity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
        }
    }

    private struct Identity: Hashable {
        let device: UInt64
        let inode: UInt64
    }
}
