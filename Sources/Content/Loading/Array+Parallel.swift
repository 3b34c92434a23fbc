import Dispatch
import Foundation

extension Array where Element: Sendable {
    /// The results of `work` in the order of the elements, worked out on a bounded number of threads.
    ///
    /// - Parameter least: With fewer elements, starting threads takes longer than the work.
    func mapInParallel<Result: Sendable>(
        jobs: Int, atLeast least: Int = 64, _ work: @Sendable (Element) -> Result
    ) -> [Result] {
        guard jobs > 1, count >= least else { return map(work) }
        return [Result](unsafeUninitializedCapacity: count) { buffer, filled in
            // Every place is written once, by the thread that took its piece, and read when all threads are done.
            nonisolated(unsafe) let places = buffer
            // Several pieces for each thread, so that none waits long for the last.
            let pieces = Pieces(of: count, size: Swift.max(1, count / (jobs * 8)))
            DispatchQueue.concurrentPerform(iterations: jobs) { _ in
                while let range = pieces.next() {
                    for index in range { places.initializeElement(at: index, to: work(self[index])) }
                }
            }
            filled = count
        }
    }
}

/// Pieces of a row of work, for threads to take.
///
/// `@unchecked Sendable`: what changes is guarded by `lock`.
private final class Pieces: @unchecked Sendable {
    private let lock = NSLock()
    private let count: Int
    private let size: Int
    private var taken = 0

    init(of count: Int, size: Int) {
        self.count = count
        self.size = size
    }

    /// A piece nobody has taken; nothing when all are.
    func next() -> Range<Int>? {
        lock.withLock {
            guard taken < count else { return nil }
            let start = taken
            taken = min(count, start + size)
            return start..<taken
        }
    }
}
