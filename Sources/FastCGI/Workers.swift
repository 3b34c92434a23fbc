// Holds pthread_attr_t on Linux.
internal import CDispatch
internal import Foundation

/// The threads of a server and the word that they are to end.
final class Workers: @unchecked Sendable {
    // guarded by lock: threads, running, stopping
    private let lock = NSCondition()
    private var threads: [pthread_t] = []
    private var running = 0
    private var stopping = false

    var isStopping: Bool {
        get { lock.withLock { stopping } }
        set { lock.withLock { stopping = newValue } }
    }

    /// How many have not ended yet.
    var count: Int { lock.withLock { running } }

    /// Starts one thread that runs `body`.
    func start(stackBytes: Int, _ body: @escaping @Sendable () -> Void) throws(ThreadError) {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setstacksize(&attributes, stackBytes)
        let work = Unmanaged.passRetained(
            Work { [self] in
                body()
                ended()
            })
        lock.withLock { running += 1 }
        var thread = pthread_t()
        let code = pthread_create(
            &thread, &attributes,
            { @Sendable argument in
                guard let argument else { return nil }
                Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
                return nil
            }, work.toOpaque())
        guard code == 0 else {
            work.release()
            ended()
            throw ThreadError(code: code)
        }
        lock.withLock { threads.append(thread) }
    }

    /// Waits for every thread to end.
    ///
    /// - Returns: Whether all have; false when the time was too short, and then it may be tried again.
    func join(within seconds: TimeInterval) -> Bool {
        let limit = Date(timeIntervalSinceNow: seconds)
        let waiting: [pthread_t]? = lock.withLock {
            // A loop, not an if: a wait can end without a reason.
            while running > 0 {
                if !lock.wait(until: limit) { break }
            }
            guard running == 0 else { return nil }
            defer { threads = [] }
            return threads
        }
        guard let waiting else { return false }
        for thread in waiting { pthread_join(thread, nil) }
        return true
    }

    private func ended() {
        lock.withLock {
            running -= 1
            lock.broadcast()
        }
    }

    private final class Work: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
}

/// The system gives no more threads.
package struct ThreadError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The system's `errno`.
    package var code: Int32

    package var description: String { "cannot start a thread: \(String(cString: strerror(code)))" }
}
