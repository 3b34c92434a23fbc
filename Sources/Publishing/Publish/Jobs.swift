import Foundation

/// How many workers make things at the same time; with one or many the results are the same.
package struct Jobs: Hashable, Sendable {
    /// One at least.
    package let count: Int

    package init(_ count: Int) { self.count = max(1, count) }

    /// As many as this machine has processors.
    package static var processors: Jobs { Jobs(ProcessInfo.processInfo.activeProcessorCount) }

    /// Transforms every element; no more than ``count`` at a time, and no more than that many results in the making.
    ///
    /// - Returns: The results in the order of the elements.
    /// - Throws: The error of the first element that failed, by order; elements after it may have been left out.
    func map<Element: Sendable, Result: Sendable>(
        _ elements: [Element], _ transform: @Sendable (Element) throws -> Result
    ) throws -> [Result] {
        guard count > 1, elements.count > 1 else { return try elements.map(transform) }
        let row = Row<Result>(count: elements.count)
        DispatchQueue.concurrentPerform(iterations: min(count, elements.count)) { _ in
            while let index = row.next() {
                row.finish(index, Swift.Result { try transform(elements[index]) })
            }
        }
        return try row.results()
    }

    /// Does two things at the same time, if there is more than one worker.
    ///
    /// - Throws: The first one's error before the second one's.
    package func both<First: Sendable, Second: Sendable>(
        _ first: @Sendable () throws -> First, and second: @Sendable () throws -> Second
    ) throws -> (First, Second) {
        guard count > 1 else { return (try first(), try second()) }
        let row = Row<Second>(count: 1)
        let group = DispatchGroup()
        // Not by `concurrentPerform`: what is nested in that gets no workers of its own, and both may want some.
        return try withoutActuallyEscaping(second) { second in
            DispatchQueue.global(qos: .userInitiated).async(group: group) {
                row.finish(0, Result { try second() })
            }
            let made = Result { try first() }
            group.wait()
            return (try made.get(), try row.results()[0])
        }
    }
}

/// The elements still to do and the results so far.
///
/// `@unchecked Sendable`: everything that changes is guarded by `lock`.
private final class Row<Value: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var begun = 0
    private var hasFailed = false
    private var finished: [Result<Value, any Error>?]

    init(count: Int) { finished = Array(repeating: nil, count: count) }

    /// The next element to do; nothing when all are begun or one has failed.
    func next() -> Int? {
        lock.withLock {
            guard !hasFailed, begun < finished.count else { return nil }
            defer { begun += 1 }
            return begun
        }
    }

    func finish(_ index: Int, _ result: Result<Value, any Error>) {
        lock.withLock {
            finished[index] = result
            if case .failure = result { hasFailed = true }
        }
    }

    /// In order. Elements are begun in order, so before the first failure none is missing.
    func results() throws -> [Value] { try lock.withLock { try finished.compactMap { try $0?.get() } } }
}
