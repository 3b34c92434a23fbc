import Domain
import Foundation
import GRDB
import Testing

@testable import Register

@Suite("A register another program has locked", .timeLimit(.minutes(1))) struct LockedTests {
    @Test func `however many wait, nobody waits longer than one may, and the same token is stored afterwards`()
        async throws
    {
        let register = try SampleRegister()
        let database = try RegisterDatabase(path: register.folder.register.path, clock: .system, busySeconds: 0.5)
        let submissions = try (0..<8).map { _ in try SampleRegister.submission() }
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: register.folder.register.path, configuration: configuration)
        try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }

        let start = ContinuousClock.now
        let errors = await withTaskGroup(of: ResultCode?.self) { group in
            for submission in submissions {
                group.addTask { await Self.failure { _ = try database.store(submission) } }
            }
            return await group.reduce(into: [ResultCode?]()) { $0.append($1) }
        }
        #expect(errors == Array(repeating: ResultCode.SQLITE_BUSY, count: 8))
        // One after the other they would have needed four seconds.
        #expect(ContinuousClock.now - start < .seconds(3))

        try await other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        for submission in submissions { _ = try database.store(submission) }
        #expect(try database.registrations().compactMap(\.number?.number) == Array(1...8))
        #expect(try database.verify().faults.isEmpty)
        try database.close()
    }

    /// What the work failed with, on a thread of its own: it blocks.
    private static func failure(of work: @escaping @Sendable () throws -> Void) async -> ResultCode? {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                do {
                    try work()
                    continuation.resume(returning: nil)
                } catch {
                    continuation.resume(returning: (error as? DatabaseError)?.resultCode)
                }
            }
        }
    }
}
