import Dispatch
import Foundation

extension Array where Element: Sendable {
    /// The results of `work` in the order of the elements, worked out on a bounded number of threads.
    func mapInParallel<Result: Sendable>(jobs: Int, _ work: @Sendable (Element) -> Result) -> [Result] {
        // Below that, starting threads takes longer than the work.
        guard jobs > 1, count >= 64 else { return map(work) }
        // Several pieces for each thread, so that none waits long for the last.
        let pieceCount = Swift.min(jobs * 8, count)
        let pieces = Pieces<Result>(count: pieceCount)
        DispatchQueue.concurrentPerform(iterations: jobs) { _ in
            while let index = pieces.next() {
                let range = index * count / pieceCount..<(index + 1) * count / pieceCount
                pieces.set(self[range].map(work), at: index)
            }
        }
        return pieces.joined
    }
}

/// Pieces of work that threads take, and what they hand in, each at its place.
private final class Pieces<Result: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    // Both guarded by the lock.
    private var pieces: [[Result]]
    private var taken = 0

    init(count: Int) { pieces = Array(repeating: [], count: count) }

    /// A piece nobody has taken; nothing when all are.
    func next() -> Int? {
        lock.withLock {
            guard taken < pieces.count else { return nil }
            taken += 1
            return taken - 1
        }
    }

    func set(_ piece: [Result], at index: Int) {
        lock.withLock { pieces[index] = piece }
    }

    var joined: [Result] { lock.withLock { pieces.flatMap { $0 } } }
}
