import Foundation
import GRDB
import GRDBSQLite

/// Statements of the storing path, bound and stepped through SQLite itself.
///
/// Every submission runs a dozen of them one after the other while all others wait. GRDB keeps them prepared; its
/// arguments and rows, which copy each value several times, would take longer than the statements.
extension Database {
    /// Runs a statement that gives no rows.
    func perform(_ sql: String, _ values: [BoundValue] = []) throws {
        _ = try first(sql, values) { _ in }
    }

    /// The first row of a statement, read; nothing when it gives none.
    ///
    /// - Parameter values: In the order of the question marks.
    func first<Value>(_ sql: String, _ values: [BoundValue] = [], read: (BoundRow) -> Value) throws -> Value? {
        let statement = try cachedStatement(sql: sql).sqliteStatement
        defer { sqlite3_reset(statement) }
        for (place, value) in values.enumerated() {
            guard value.bind(to: statement, at: Int32(place + 1)) == SQLITE_OK else { throw lastError }
        }
        switch sqlite3_step(statement) {
        case SQLITE_ROW: return read(BoundRow(statement: statement))
        case SQLITE_DONE: return nil
        default: throw lastError
        }
    }

    private var lastError: DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: sqlite3_extended_errcode(sqliteConnection)),
            message: String(cString: sqlite3_errmsg(sqliteConnection)))
    }

    /// Runs `work` in a transaction of its own, by statements that are kept: one is made for every post that comes alone.
    ///
    /// - Throws: What `work` throws; `SQLITE_ABORT` when SQLite has rolled back meanwhile, as on a full disk.
    func inImmediateTransaction(_ work: () throws -> Void) throws {
        try perform("BEGIN IMMEDIATE")
        do {
            try work()
            guard isInsideTransaction else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
            try perform("COMMIT")
        } catch {
            if isInsideTransaction { try perform("ROLLBACK") }
            throw error
        }
    }

    /// Does `work` whole or not at all, within the transaction that is under way.
    func asOne(_ work: () throws -> Void) throws {
        try perform("SAVEPOINT one")
        do {
            try work()
        } catch {
            // A full disk has rolled everything back, this savepoint with it.
            if isInsideTransaction {
                try perform("ROLLBACK TO one")
                try perform("RELEASE one")
            }
            throw error
        }
        try perform("RELEASE one")
    }
}

/// A value of a statement, as columns hold it.
enum BoundValue {
    case text(String)
    case bytes([UInt8])
    case number(Int64)
    case nothing

    static func text(_ text: String?) -> BoundValue { text.map { .text($0) } ?? .nothing }
    static func bytes(_ bytes: [UInt8]?) -> BoundValue { bytes.map { .bytes($0) } ?? .nothing }
    static func number(_ number: Int64?) -> BoundValue { number.map { .number($0) } ?? .nothing }

    /// SQLite copies what it is given: it outlives the call.
    ///
    /// - Returns: `SQLITE_OK`, or what went wrong, such as a lack of memory.
    fileprivate func bind(to statement: SQLiteStatement, at place: Int32) -> Int32 {
        let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        switch self {
        case .text(var text):
            return text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) {
                    sqlite3_bind_text(statement, place, $0.baseAddress, Int32($0.count), copied)
                }
            }
        case .bytes(let bytes): return sqlite3_bind_blob(statement, place, bytes, Int32(bytes.count), copied)
        case .number(let number): return sqlite3_bind_int64(statement, place, number)
        case .nothing: return sqlite3_bind_null(statement, place)
        }
    }
}

/// The row a statement stands at. Columns count from 0; what is not there reads as 0 or as empty.
struct BoundRow {
    fileprivate let statement: SQLiteStatement

    func number(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

    func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

    func bytes(_ column: Int32) -> [UInt8] {
        // The order is SQLite's: asking for the bytes may convert them, and so change their number.
        guard let start = sqlite3_column_blob(statement, column) else { return [] }
        return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))))
    }
}
