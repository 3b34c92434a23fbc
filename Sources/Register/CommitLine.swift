import Foundation

/// Where callers with something to commit stand in line: those who arrive while a commit is on its way to the disk
/// are committed together by the next one.
///
/// Waiting for the disk is what a commit costs, so sixteen of them together cost about what one does. There is no
/// thread of its own: whoever finds the line empty commits at once, and whoever stands first when a commit ends makes
/// the next. A caller alone waits for nobody.
final class CommitLine<Item: Sendable, Output: Sendable>: Sendable {
    typealias Outcome = Result<Output, any Error>

    /// Commits several items at once: one outcome each, in order. Called by one thread at a time.
    ///
    /// - Parameter asked: When the first of them got in line.
    typealias Commit = @Sendable (_ items: [Item], _ asked: ContinuousClock.Instant) -> [Outcome]

    private let largest: Int
    private let line = Line()

    /// - Parameter largest: The most items of one commit; the others wait for the next.
    init(largest: Int) { self.largest = largest }

    /// How many stand in line for the next commit.
    var waiting: Int { line.count }

    /// Waits until the item was committed, with others or alone.
    func commit(_ item: Item, with commit: Commit) throws -> Output {
        let place = Place(item)
        if !line.join(place) {
            if let outcome = place.wait() { return try outcome.get() }
        }
        let places = line.next(largest)
        let outcomes = commit(places.map(\.item), places.map(\.asked).min() ?? place.asked)
        precondition(outcomes.count == places.count, "one outcome for each")
        line.leave()?.lead()
        for (other, outcome) in zip(places, outcomes) where other !== place { other.settle(outcome) }
        guard let own = zip(places, outcomes).first(where: { $0.0 === place }) else {
            preconditionFailure("who leads stands first")
        }
        return try own.1.get()
    }

    /// Those who wait, first come first, and whether someone is committing.
    private final class Line: @unchecked Sendable {
        // guarded by lock
        private var places: [Place] = []
        private var isCommitting = false
        private let lock = NSLock()

        var count: Int { lock.withLock { places.count } }

        /// - Returns: True when the caller leads: nobody else is committing.
        func join(_ place: Place) -> Bool {
            lock.withLock {
                places.append(place)
                defer { isCommitting = true }
                return !isCommitting
            }
        }

        func next(_ count: Int) -> [Place] {
            lock.withLock {
                defer { places.removeFirst(min(count, places.count)) }
                return Array(places.prefix(count))
            }
        }

        /// - Returns: Who leads next; nothing when nobody waits.
        func leave() -> Place? {
            lock.withLock {
                isCommitting = !places.isEmpty
                return places.first
            }
        }
    }

    /// One caller's place in the line.
    private final class Place: @unchecked Sendable {
        let item: Item
        let asked = ContinuousClock.now
        // guarded by condition
        private var outcome: Outcome?
        private var leads = false
        private let condition = NSCondition()

        init(_ item: Item) { self.item = item }

        /// - Returns: What came of the item; nothing when the caller is to commit it, with those behind.
        func wait() -> Outcome? {
            condition.withLock {
                // A loop, not an if: a wait can end without a reason.
                while outcome == nil && !leads { condition.wait() }
                return outcome
            }
        }

        func settle(_ outcome: Outcome) {
            condition.withLock {
                self.outcome = outcome
                condition.signal()
            }
        }

        func lead() {
            condition.withLock {
                leads = true
                condition.signal()
            }
        }
    }
}
