internal import CFastCGI
internal import Foundation

/// Worker threads that answer requests from one listener until stopped.
///
/// libfcgi blocks, so each worker is a plain thread that owns its C request for life; none of Swift's own threads wait.
package final class Server: Sendable {
    package typealias Respond = @Sendable (Request) -> Response

    private let listener: Listener
    private let limits: Limits
    private let respond: Respond
    private let workers: Workers

    /// Starts the workers.
    ///
    /// - Parameters:
    ///   - threads: Requests answered at the same time.
    ///   - stackBytes: Of each thread; only what is touched uses memory.
    ///   - respond: Called on worker threads, many at a time; may block.
    /// - Throws: ``ThreadError`` when the system gives no threads; those already started are stopped again.
    package init(
        _ listener: Listener, threads: Int = 64, stackBytes: Int = 1 << 20, limits: Limits = Limits(),
        respond: @escaping Respond
    ) throws(ThreadError) {
        self.listener = listener
        self.limits = limits
        self.respond = respond
        workers = Workers()
        if listener.isShared { listener.boundWaiting() }
        // Once for the process; every later call finds it done.
        FCGX_Init()
        for _ in 0..<threads {
            do {
                try workers.start(stackBytes: stackBytes) { [listener, limits, respond, workers] in
                    Server.work(listener, limits, respond, workers)
                }
            } catch {
                stop()
                throw error
            }
        }
    }

    /// Takes no more requests, lets those in hand finish, and returns when all workers have ended.
    package func stop() {
        workers.isStopping = true
        var pause = 0.1
        // Again and again: another process on the same socket may have taken the knock meant for one of ours.
        repeat {
            listener.wakeWorkers(count: workers.count)
            pause = min(pause * 2, 2)
        } while !workers.join(within: pause)
        listener.release()
    }

    private static func work(_ listener: Listener, _ limits: Limits, _ respond: Respond, _ workers: Workers) {
        var connection = FCGX_Request()
        // libfcgi is given no socket to accept on: it would read a request's parameters without any time limit, and
        // its handler of SIGUSR1 would make every thread refuse work for good.
        guard FCGX_InitRequest(&connection, -1, 0) == 0 else { return }
        let head = RequestHead()
        while connection.ipcFd >= 0 || !(workers.isStopping && listener.isShared) {
            if connection.ipcFd < 0 {
                let accepted = listener.accept()
                guard accepted >= 0 else {
                    if workers.isStopping { break }
                    // Out of descriptors or memory: a worker that gave up here would never come back.
                    if accepted != -EAGAIN { usleep(100_000) }
                    continue
                }
                Exchange.bound(accepted, seconds: limits.stallSeconds)
                connection.ipcFd = accepted
                // Otherwise libfcgi would close what it has not read yet; the request itself says what holds later.
                connection.keepConnection = 1
            }
            guard head.isSound(on: connection.ipcFd) else {
                close(connection.ipcFd)
                connection.ipcFd = -1
                continue
            }
            guard FCGX_Accept_r(&connection) == 0 else { continue }
            let exchange = Exchange(accepted: &connection, limits: limits)
            let response = respond(exchange.request)
            exchange.finish(response)
        }
        FCGX_Free(&connection, 1)
    }
}
