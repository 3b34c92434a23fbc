import Domain
import Foundation
import GRDB
import Testing

@testable import Register

@Suite("A full disk") struct FullDiskTests {
    /// SQLite says SQLITE_FULL when a database may not grow, as it does when the disk is full.
    private func limit(_ register: SampleRegister, pagesMore: Int) throws {
        try register.database.queue.writeWithoutTransaction { db in
            let pages = try #require(try Int.fetchOne(db, sql: "PRAGMA page_count"))
            try db.execute(sql: "PRAGMA max_page_count = \(pages + pagesMore)")
        }
    }

    private func submissions(_ count: Int) throws -> [Submission] {
        try (0..<count).map { index in
            var answers = SampleRegister.sampleAnswers
            answers["phan-1"] = String(repeating: "chữ ", count: 800) + String(index)
            return try SampleRegister.submission(answers)
        }
    }

    @Test(arguments: [0, 5, 20, 40])
    func `nothing is acknowledged that is not there afterwards, and nothing is half there`(pagesMore: Int) throws {
        let register = try SampleRegister()
        _ = try register.database.store(SampleRegister.submission())
        try limit(register, pagesMore: pagesMore)
        let results = try register.database.store(submissions(20))
        let acknowledged = results.compactMap { result -> Reference? in
            if case .success(let receipt) = result { receipt.reference } else { nil }
        }
        #expect(acknowledged.count < 20)
        let stored = try register.database.registrations()
        #expect(Set(stored.dropFirst().map(\.reference)) == Set(acknowledged))
        #expect(try register.database.verify().faults.isEmpty)

        try limit(register, pagesMore: 1_000_000)
        let later = try register.database.store(submissions(3)).map { try $0.get() }
        #expect(later.count == 3)
        let numbers = try register.database.registrations().compactMap(\.number?.number)
        #expect(numbers == Array(1...(1 + acknowledged.count + 3)))
        #expect(try register.database.verify().faults.isEmpty)
    }
}
