internal import Foundation

/// Counts what networks do, in memory only: a bucket for each, one for all together, refilled as time passes.
final class RateLimiter: Sendable {
    private let network: IntakeSettings.Rate
    private let everybody: IntakeSettings.Rate
    /// Networks remembered at most, even when all of them did something just now.
    private let capacity: Int
    private let state: Guarded<State>

    private struct State {
        var networks: [[UInt8]: Bucket] = [:]
        var everybody: Bucket
        /// At so many networks the full buckets, which say nothing, are forgotten.
        var room = RateLimiter.room
    }

    private static let room = 1_000

    private struct Bucket {
        var level: Double
        var updated: Date

        init(_ rate: IntakeSettings.Rate, at now: Date) {
            level = Double(rate.burst)
            updated = now
        }

        mutating func refill(_ rate: IntakeSettings.Rate, at now: Date) {
            // A clock that was set back refills nothing.
            let seconds = max(0, now.timeIntervalSince(updated))
            level = min(Double(rate.burst), level + seconds * Double(rate.perMinute) / 60)
            updated = now
        }

        func wait(_ rate: IntakeSettings.Rate) -> Int {
            rate.perMinute > 0 ? Int(((1 - level) * 60 / Double(rate.perMinute)).rounded(.up)) : 3_600
        }
    }

    init(network: IntakeSettings.Rate, everybody: IntakeSettings.Rate, at now: Date, capacity: Int = 20_000) {
        self.network = network
        self.everybody = everybody
        self.capacity = capacity
        state = Guarded(State(everybody: Bucket(everybody, at: now)))
    }

    /// Counts one more act of `client`, unless there were too many.
    ///
    /// - Returns: Nothing when it may go on, otherwise the seconds to wait.
    func refusal(of client: [UInt8], at now: Date) -> Int? {
        state.with { state in
            var bucket = refilled(client, &state, at: now)
            defer { state.networks[client] = bucket }
            guard bucket.level >= 1 else { return bucket.wait(network) }
            guard state.everybody.level >= 1 else { return state.everybody.wait(everybody) }
            bucket.level -= 1
            state.everybody.level -= 1
            return nil
        }
    }

    /// Whether one more act would be refused; counts nothing.
    func isExhausted(_ client: [UInt8], at now: Date) -> Bool {
        state.with { state in
            let bucket = refilled(client, &state, at: now)
            return bucket.level < 1 || state.everybody.level < 1
        }
    }

    var rememberedNetworks: Int { state.with { $0.networks.count } }

    private func refilled(_ client: [UInt8], _ state: inout State, at now: Date) -> Bucket {
        state.everybody.refill(everybody, at: now)
        if state.networks.count >= min(state.room, capacity), state.networks[client] == nil {
            makeRoom(&state, at: now)
        }
        var bucket = state.networks[client] ?? Bucket(network, at: now)
        bucket.refill(network, at: now)
        return bucket
    }

    private func makeRoom(_ state: inout State, at now: Date) {
        state.networks = state.networks.filter { entry in
            var bucket = entry.value
            bucket.refill(network, at: now)
            return bucket.level < Double(network.burst)
        }
        // Still full: an attack from everywhere, which the bucket of everybody answers.
        if state.networks.count >= capacity { state.networks = [:] }
        // Twice what is left: each network costs a look or two, however many come.
        state.room = max(Self.room, 2 * state.networks.count)
    }
}
