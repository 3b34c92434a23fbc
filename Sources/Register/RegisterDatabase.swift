package import Domain
import Foundation
import GRDB
import GRDBSQLite

/// The register (sổ tiếp nhận): everything that was received and decided, in one SQLite file.
///
/// One connection; other programs may have theirs. Every write is one `BEGIN IMMEDIATE` transaction, on the disk
/// before the call returns.
package final class RegisterDatabase: Sendable {
    private let connection: RegisterConnection
    let clock: Clock
    let line = CommitLine<Submission, StoredReceipt>(largest: 256)
    private let busySeconds: Double

    /// Opens the register, making or migrating it.
    ///
    /// - Parameters:
    ///   - path: The file; made with mode 0600 when missing.
    ///   - clock: Where times of acts come from.
    ///   - busySeconds: How long a call waits for its turn and for another program's lock, both together.
    /// - Throws: ``RegisterError/notDurable(setting:value:)`` when SQLite does not sync every commit; database errors.
    package init(path: String, clock: Clock, busySeconds: Double = 10) throws {
        try RegisterDatabase.makeFile(at: path)
        connection = try RegisterConnection(path: path) {
            try RegisterDatabase.connect(to: path, busySeconds: busySeconds)
        }
        self.clock = clock
        self.busySeconds = busySeconds
    }

    /// Opens an existing register to read it: makes, migrates and changes nothing.
    ///
    /// - Throws: Database errors, among them those of a register older than this program.
    package init(reading path: String, clock: Clock, busySeconds: Double = 10) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(busySeconds)
        configuration.readonly = true
        let reading = configuration
        connection = try RegisterConnection(path: path) { try DatabaseQueue(path: path, configuration: reading) }
        self.clock = clock
        self.busySeconds = busySeconds
    }

    /// Ends the connection; calls after this fail.
    package func close() throws { try connection.close() }

    /// The connection to the file at the path.
    ///
    /// - Throws: ``RegisterError/fileMissing`` and ``RegisterError/fileReplaced``.
    var queue: DatabaseQueue {
        get throws { try connection.queue() }
    }

    /// - Throws: ``RegisterError/fileMissing`` when what was just committed is not in the file at the path.
    func assertInPlace() throws { try connection.assertInPlace() }

    /// Runs `work` on the one connection, or fails when its turn and the lock do not come within `busySeconds`.
    ///
    /// Calls stand in line for the connection. If each waited for the lock anew, the last of many would wait minutes,
    /// long after the web server had told its sender that nothing arrived.
    /// - Parameter asked: When the call got in line, where it stood in another one before.
    /// - Throws: `SQLITE_BUSY`; nothing was done then.
    func inTurn<Result>(
        asked: ContinuousClock.Instant = .now, _ work: (Database) throws -> Result
    ) throws -> Result {
        do {
            return try queue.inDatabase { db in
                let left = .seconds(busySeconds) - (ContinuousClock.now - asked)
                guard left > .zero else { throw DatabaseError(resultCode: .SQLITE_BUSY) }
                sqlite3_busy_timeout(db.sqliteConnection, max(1, Int32(left / .milliseconds(1))))
                do {
                    return try work(db)
                } catch let error as DatabaseError where [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode) {
                    // Pages that were read while the file was damaged must not outlive its repair.
                    db.releaseMemory()
                    throw error
                }
            }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_READONLY {
            connection.wearOut()
            throw error
        }
    }

    /// A connection to the file, which it migrates.
    private static func connect(to path: String, busySeconds: Double) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.busyMode = .timeout(busySeconds)
        // Not `journalMode = .wal`: that sets synchronous to NORMAL after the block below.
        configuration.prepareDatabase { db in
            try RegisterDatabase.useWriteAheadLog(db)
            try db.execute(sql: "PRAGMA synchronous = FULL")
            try db.execute(sql: "PRAGMA secure_delete = ON")
            try db.execute(sql: "PRAGMA trusted_schema = OFF")
        }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try Migration.migrate(queue)
        try queue.read(assertDurable)
        return queue
    }

    /// SQLite would make it with the process's umask; write-ahead log and shared memory take the mode of the file.
    private static func makeFile(at path: String) throws {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0, Glibc.close(descriptor) == 0 else { throw POSIXError.last }
    }

    /// Changing the journal mode does not wait for the lock: another program may be doing the same right now.
    private static func useWriteAheadLog(_ db: Database) throws {
        for attempt in 1... {
            do {
                if try String.fetchOne(db, sql: "PRAGMA journal_mode") == "wal" { return }
                try db.execute(sql: "PRAGMA journal_mode = WAL")
                return
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && attempt < 100 {
                usleep(20_000)
            }
        }
    }

    private static func assertDurable(_ db: Database) throws {
        // 2 is FULL (SQLite, PRAGMA synchronous).
        for (setting, wanted) in [
            ("synchronous", "2"), ("journal_mode", "wal"), ("foreign_keys", "1"), ("secure_delete", "1"),
        ] {
            let row = try Row.fetchOne(db, sql: "PRAGMA \(setting)")
            let value = row.map { "\($0[0] as DatabaseValue)" } ?? ""
            guard value.trimmingCharacters(in: ["\""]) == wanted else {
                throw RegisterError.notDurable(setting: setting, value: value)
            }
        }
    }
}
