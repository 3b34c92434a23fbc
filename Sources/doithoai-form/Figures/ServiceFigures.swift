internal import Domain
internal import FastCGI
internal import Foundation

/// What the service counts of itself while it runs: numbers only, nothing of anybody.
final class ServiceFigures: @unchecked Sendable {
    /// What was asked for, whatever the form.
    enum Kind: String, CaseIterable, Sendable {
        case check, send, receipt
        case lookUp = "look-up"
        case other

        init(method: String, path: String) {
            self =
                switch path {
                case _ where method != "POST" || !path.hasPrefix("/gui/"): .other
                case "/gui/tra-cuu": .lookUp
                case "/gui/bien-nhan.txt": .receipt
                case _ where path.hasSuffix("/gui"): .send
                default: .check
                }
        }
    }

    struct Answered: Hashable, Sendable {
        let kind: Kind
        let status: Int
    }

    /// All counts at one moment.
    struct Reading: Sendable {
        var inHand = 0
        var answered: [Answered: Int] = [:]
        var storing = 0
        var stored = LatencyHistogram()
        var failed = 0
        /// Failures since the last success.
        var failedInARow = 0
        var lastFailed: Date?
        var quarantined: [Quarantine: Int] = [:]
        var lastStored: Date?
    }

    // guarded by lock: counts
    private let lock = NSLock()
    private var counts = Reading()

    var reading: Reading { lock.withLock { counts } }

    /// How many requests were answered so far.
    var answered: Int { lock.withLock { counts.answered.values.reduce(0, +) } }

    /// Counts a request around its answering.
    func count(_ request: Request, _ answer: () -> Response) -> Response {
        lock.withLock { counts.inHand += 1 }
        let response = answer()
        let answered = Answered(kind: Kind(method: request.method, path: request.path), status: response.status)
        lock.withLock {
            counts.inHand -= 1
            counts.answered[answered, default: 0] += 1
        }
        return response
    }

    func beganStoring() { lock.withLock { counts.storing += 1 } }

    func endedStoring(after seconds: Double, quarantine: Quarantine?, at now: Date) {
        lock.withLock {
            counts.storing -= 1
            counts.stored.add(seconds)
            counts.failedInARow = 0
            counts.lastStored = now
            if let quarantine { counts.quarantined[quarantine, default: 0] += 1 }
        }
    }

    func foundStored() { lock.withLock { counts.storing -= 1 } }

    func failedStoring(at now: Date) {
        lock.withLock {
            counts.storing -= 1
            counts.failed += 1
            counts.failedInARow += 1
            counts.lastFailed = now
        }
    }
}

/// How long something took, counted in steps.
struct LatencyHistogram: Sendable {
    /// Upper ends in seconds.
    static let steps = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10]

    /// One for each step, and one for all above.
    private(set) var counts = [Int](repeating: 0, count: steps.count + 1)
    private(set) var sum = 0.0

    mutating func add(_ seconds: Double) {
        counts[Self.steps.firstIndex { seconds <= $0 } ?? Self.steps.count] += 1
        sum += seconds
    }
}
