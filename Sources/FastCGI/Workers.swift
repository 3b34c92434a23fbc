// Holds pthread_attr_t on Linux.
internal import CDispatch
internal import Foundation

/// The threads of a server and the word that they are to end.
final class Workers: @unchecked Sendable {
    // guarded by lock: threads, stopping
    private let lock = NSLock()
    private var threads: [pthread_t] = []
    private var stopping = false

    var isStopping: Bool {
        get { lock.withLock { stopping } }
        set { lock.withLock { stopping = newValue } }
    }

    var count: Int { lock.withLock { threads.count } }

    /// Starts one thread that runs `body`.
    func start(stackBytes: Int, _ body: @escaping @Sendable () -> Void) throws(ThreadError) {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setstacksize(&attributes, stackBytes)
        let work = Unmanaged.passRetained(Work(body))
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
            throw ThreadError(code: code)
        }
        lock.withLock { threads.append(thread) }
    }

    /// Waits for every thread to end.
    func join() {
        let waiting = lock.withLock {
            defer { threads = [] }
            return threads
        }
        for thread in waiting { pthread_join(thread, nil) }
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
