import GRDB

/// One numbered change of our own tables; never edited once released.
struct Migration {
    /// Counts from 1; also the `user_version` of a database that has it.
    let number: Int
    let sql: String

    /// All of them, in order.
    static let all = [createRegister]

    /// Brings the database up to the newest version, each step in a transaction of its own.
    ///
    /// Not GRDB's migrator: service and command line may start at the same moment, so the version is read again
    /// under the write lock.
    /// - Throws: ``RegisterError/newerThanProgram`` for a database a later program has changed.
    static func migrate(_ queue: DatabaseQueue) throws {
        let newest = all.count
        while true {
            let version = try queue.read(version)
            guard version <= newest else { throw RegisterError.newerThanProgram(version: version) }
            guard version < newest else { return }
            try queue.inTransaction(.immediate) { db in
                guard try self.version(of: db) == version else { return .rollback }
                let next = all[version]
                try db.execute(sql: next.sql)
                try db.execute(sql: "PRAGMA user_version = \(next.number)")
                return .commit
            }
        }
    }

    private static func version(of db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    }
}
