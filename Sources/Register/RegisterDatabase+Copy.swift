import Foundation
import GRDB

extension RegisterDatabase {
    /// Writes a copy of the whole register as of one moment, while other programs go on writing theirs.
    ///
    /// The copy holds no trace of deleted rows.
    /// - Parameter path: A file that does not exist yet.
    package func copy(to path: String) throws {
        // Made first, and for its owner only: SQLite would make it with the rights of the process's umask.
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0, Glibc.close(descriptor) == 0 else { throw POSIXError.last }
        try queue.inDatabase { try $0.execute(sql: "VACUUM INTO ?", arguments: [path]) }
    }

    /// What SQLite itself finds wrong with the file; empty when it is sound.
    package func damage() throws -> [String] {
        try queue.read { db in
            try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
        }
    }
}
