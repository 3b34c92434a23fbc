import Foundation
import GRDB

/// Statements are prepared once and kept: the service runs the same few all day. Values are always bound.
extension Database {
    func run(_ sql: String, _ arguments: StatementArguments = []) throws {
        try cachedStatement(sql: sql).execute(arguments: arguments)
    }

    func row(_ sql: String, _ arguments: StatementArguments = []) throws -> Row? {
        try Row.fetchOne(cachedStatement(sql: sql), arguments: arguments)
    }

    func rows(_ sql: String, _ arguments: StatementArguments = []) throws -> [Row] {
        try Row.fetchAll(cachedStatement(sql: sql), arguments: arguments)
    }
}

extension Date {
    /// As columns hold it.
    var seconds: Int64 { Int64(timeIntervalSince1970) }

    init(seconds: Int64) { self.init(timeIntervalSince1970: TimeInterval(seconds)) }
}

extension [UInt8] {
    /// As columns hold it.
    var data: Data { Data(self) }
}
