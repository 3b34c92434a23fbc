import Foundation
import Synchronization
import Testing

@testable import Register

@Suite("Callers with something to commit", .timeLimit(.minutes(1))) struct CommitLineTests {
    private struct Refused: Error {}

    /// What was committed together, in the order it was.
    private final class Commits: Sendable {
        private let all = Mutex<[[Int]]>([])
        var list: [[Int]] { all.withLock { $0 } }
        func add(_ items: [Int]) { all.withLock { $0.append(items) } }
    }

    @Test func `one alone is committed at once and alone`() throws {
        let line = CommitLine<Int, Int>(largest: 8)
        let commits = Commits()
        for item in 1...3 {
            let output = try line.commit(item) { items, _ in
                commits.add(items)
                return items.map { .success($0 * 10) }
            }
            #expect(output == item * 10)
        }
        #expect(commits.list == [[1], [2], [3]])
    }

    @Test func `those who come during a commit are committed together by the next, each with its own outcome`()
        async throws
    {
        let line = CommitLine<Int, Int>(largest: 8)
        let commits = Commits()
        let gate = DispatchSemaphore(value: 0)
        let commit: CommitLine<Int, Int>.Commit = { items, _ in
            // The first commit lasts until everybody stands in line.
            if commits.list.isEmpty { gate.wait() }
            commits.add(items)
            return items.map { $0 % 5 == 0 ? .failure(Refused()) : .success($0 * 10) }
        }
        let outcomes = await withTaskGroup(of: (Int, Int).self) { group in
            for item in 0..<20 {
                group.addTask { (item, await Self.onThread { try line.commit(item, with: commit) }) }
            }
            while line.waiting < 19 { usleep(1_000) }
            gate.signal()
            return await group.reduce(into: [Int: Int]()) { $0[$1.0] = $1.1 }
        }
        let expected = Dictionary(uniqueKeysWithValues: (0..<20).map { ($0, $0 % 5 == 0 ? -1 : $0 * 10) })
        #expect(outcomes == expected)
        #expect(commits.list.map(\.count) == [1, 8, 8, 3])
        #expect(commits.list.flatMap { $0 }.sorted() == Array(0..<20))
    }

    /// What the work gave, on a thread of its own, since it blocks; -1 when it failed.
    private static func onThread(_ work: @escaping @Sendable () throws -> Int) async -> Int {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                do {
                    continuation.resume(returning: try work())
                } catch {
                    continuation.resume(returning: -1)
                }
            }
        }
    }
}
