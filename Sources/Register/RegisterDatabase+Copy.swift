import Foundation
import GRDB

extension RegisterDatabase {
    /// Writes a copy of the whole register as of one moment, while other programs go on writing theirs.
    ///
    /// The copy holds no trace of deleted rows, and no marks of senders: nobody would empty them there when they are due.
    /// - Parameter path: A file that does not exist yet.
    package func copy(to path: String) throws {
        // Made first, and for its owner only: SQLite would make it with the rights of the process's umask.
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0, Glibc.close(descriptor) == 0 else { throw POSIXError.last }
        try queue.inDatabase { try $0.execute(sql: "VACUUM INTO ?", arguments: [path]) }
        var configuration = Configuration()
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA secure_delete = ON") }
        let copy = try DatabaseQueue(path: path, configuration: configuration)
        try copy.inDatabase { db in
            try db.execute(
                sql: """
                    UPDATE registration SET sender_hash = NULL, sender_expires = NULL
                    WHERE sender_hash IS NOT NULL OR sender_expires IS NOT NULL
                    """)
        }
        try copy.close()
    }

    /// What SQLite itself finds wrong with the file; empty when it is sound.
    package func damage() throws -> [String] {
        try queue.read { db in
            try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
        }
    }
}
