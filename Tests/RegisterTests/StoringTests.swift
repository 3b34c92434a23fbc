import Domain
import Foundation
import GRDB
import Testing

@testable import Register

@Suite("Storing a submission") struct StoringTests {
    @Test func `a submission takes the next number and each non-empty part becomes a matter`() throws {
        let register = try SampleRegister()
        _ = try register.database.store(SampleRegister.submission())
        var second = SampleRegister.sampleAnswers
        second["phan-1"] = ""
        _ = try register.database.store(SampleRegister.submission(second))

        let stored = try register.database.registrations()
        #expect(stored.map(\.number?.description) == ["2021-0001", "2021-0002"])
        #expect(stored[0].matters.map(\.text) == ["Hồ sơ gồm những gì?", "Bao lâu thì có kết quả?"])
        #expect(stored[1].matters.map(\.field) == ["phan-2"])
        #expect(stored[1].matters.map(\.id.position) == [1])
    }

    @Test func `series are numbered apart`() throws {
        let register = try SampleRegister()
        for series in ["2021", "phan-anh-2021", "2021", "phan-anh-2021"] {
            _ = try register.database.store(SampleRegister.submission(series: series))
        }
        let numbers = try register.database.registrations().compactMap(\.number?.description)
        #expect(numbers == ["2021-0001", "2021-0002", "phan-anh-2021-0001", "phan-anh-2021-0002"])
    }

    @Test func `the same token gives the same receipt and no second row`() throws {
        let register = try SampleRegister()
        let first = try SampleRegister.submission()
        let again = try SampleRegister.submission(receivedAt: SampleRegister.now + 60, token: first.token)
        let receipt = try register.database.store(first)
        #expect(try register.database.store(again) == receipt)
        #expect(try register.database.receipt(forToken: first.token) == receipt)
        #expect(try register.database.registrations().count == 1)
        #expect(try register.database.receipt(forToken: [UInt8](repeating: 0, count: 16)) == nil)
    }

    @Test func `equal content under another token is stored and marked as a likely duplicate`() throws {
        let register = try SampleRegister()
        let first = try register.database.store(SampleRegister.submission())
        let second = try register.database.store(SampleRegister.submission())
        #expect(second.reference != first.reference)
        #expect(try register.database.registration(second.reference).likelyDuplicateOf == first.reference)
        #expect(try register.database.registration(first.reference).likelyDuplicateOf == nil)
    }

    @Test func `one that fails in a group takes no other with it`() throws {
        let register = try SampleRegister()
        let good = try SampleRegister.submission()
        var bad = try SampleRegister.submission()
        bad.formDigest = String(repeating: "0", count: 64)
        var taken = try SampleRegister.submission()
        taken.reference = good.reference
        let results = register.database.store([good, bad, taken, try SampleRegister.submission()])
        #expect(results.map(\.isSuccess) == [true, false, false, true])
        #expect(try register.database.registrations().compactMap(\.number?.number) == [1, 2])
        #expect(try register.database.verify().faults.isEmpty)
    }

    @Test func `text is stored as it is, whatever it looks like`() throws {
        let register = try SampleRegister()
        let hostile = "'); DROP TABLE registration; --\n{{x}} <script> \u{202F}"
        let receipt = try register.database.store(SampleRegister.submission(["ho-ten": "A", "phan-1": hostile]))
        #expect(try register.database.registration(receipt.reference).answers["phan-1"] == hostile)
    }

    @Test func `fifty threads on two connections get consecutive numbers and no error`() throws {
        let register = try SampleRegister()
        let other = try RegisterDatabase(path: register.folder.register.path, clock: .system)
        let databases = [register.database, other]
        let failures = Failures()
        let group = DispatchGroup()
        for index in 0..<50 {
            group.enter()
            Thread.detachNewThread {
                failures.catching {
                    for _ in 0..<4 { _ = try databases[index % 2].store(SampleRegister.submission()) }
                }
                group.leave()
            }
        }
        group.wait()
        #expect(failures.all.isEmpty)
        let numbers = try register.database.registrations().compactMap(\.number?.number)
        #expect(numbers == Array(1...200))
        #expect(try register.database.verify().faults.isEmpty)
        try other.close()
    }

    @Test func `two processes get consecutive numbers between them`() async throws {
        let register = try SampleRegister()
        let path = register.folder.register.path
        async let elsewhere = #expect(processExitsWith: .success) { [path = path as String] in
            let database = try RegisterDatabase(path: path, clock: .system)
            for _ in 0..<100 { _ = try database.store(SampleRegister.submission()) }
        }
        for _ in 0..<100 { _ = try register.database.store(SampleRegister.submission()) }
        _ = await elsewhere
        #expect(try register.database.registrations().compactMap(\.number?.number) == Array(1...200))
        #expect(try register.database.verify().faults.isEmpty)
    }

    @Test func `a sender's mark is forgotten when it is due`() throws {
        let register = try SampleRegister()
        var marked = try SampleRegister.submission()
        marked.sender = Submission.SenderMark(hash: [1, 2, 3], expires: SampleRegister.now + 60)
        _ = try register.database.store(marked)
        let reader = try DatabaseQueue(path: register.folder.register.path)
        let kept = "SELECT COUNT(*) FROM registration WHERE sender_hash IS NOT NULL"
        #expect(try reader.read { try Int.fetchOne($0, sql: kept) } == 1)
        _ = try register.database.store(SampleRegister.submission(receivedAt: SampleRegister.now + 61))
        #expect(try reader.read { try Int.fetchOne($0, sql: kept) } == 0)
    }
}

/// Errors gathered from several threads.
final class Failures: @unchecked Sendable {
    // Guarded by lock.
    private var errors: [any Error] = []
    private let lock = NSLock()

    var all: [any Error] { lock.withLock { errors } }

    func catching(_ work: () throws -> Void) {
        do { try work() } catch { lock.withLock { errors.append(error) } }
    }
}

extension Result {
    fileprivate var isSuccess: Bool {
        switch self {
        case .success: true
        case .failure: false
        }
    }
}
