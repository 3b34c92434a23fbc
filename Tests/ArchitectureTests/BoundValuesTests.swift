import Foundation
import Testing

/// What may stand inside a statement of SQL as it is: names and numbers of ours. Everything else is bound.
private let ours: Set<String> = ["max", "setting", "condition", "order", "table", "next.number"]
private let words: Set<Substring> = [
    "SELECT", "INSERT", "UPDATE", "DELETE", "PRAGMA", "WHERE", "FROM", "VALUES", "LIKE",
]

@Suite("Values in SQL") struct BoundValuesTests {
    /// The names that begin what is interpolated into a line.
    private static func interpolated(in line: some StringProtocol) -> [String] {
        line.components(separatedBy: "\\(").dropFirst().map { rest in
            String(rest.prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" })
        }
    }

    /// Lines that hold SQL and a value that is not bound.
    private static func faults(in text: String) -> [String] {
        text.split(separator: "\n").filter { line in
            !words.isDisjoint(with: line.split { !$0.isLetter }) && !ours.isSuperset(of: interpolated(in: line))
        }.map(String.init)
    }

    @Test func `no value stands in a statement, all are bound`() throws {
        let files = try #require(
            FileManager.default.enumerator(at: ArrowsTests.sources, includingPropertiesForKeys: nil))
        for case let file as URL in files where file.pathExtension == "swift" {
            let found = Self.faults(in: try String(contentsOf: file, encoding: .utf8))
            #expect(found.isEmpty, "\(file.lastPathComponent): \(found)")
        }
    }

    @Test(arguments: [
        #"db.execute(sql: "SELECT * FROM matter WHERE text = '\(text)'")"#, #"    WHERE name LIKE '%\(row.name)%'"#,
    ])
    func `the scan finds one that is not`(line: String) {
        #expect(Self.faults(in: line) == [line])
    }
}
