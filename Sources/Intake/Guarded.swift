internal import Foundation

/// A value that threads take in turns.
///
/// NSLock rather than `Synchronization.Mutex`: the thread sanitizer reports the latter falsely.
final class Guarded<Value>: @unchecked Sendable {
    // guarded by lock: value
    private let lock = NSLock()
    private var value: Value

    init(_ value: Value) { self.value = value }

    /// Runs `body` while no other thread has the value.
    func with<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
        try lock.withLock { try body(&value) }
    }
}
