internal import Foundation
internal import Glibc

extension Listener {
    /// Somebody else listens on the same socket: what still waits there is left to them.
    var isShared: Bool {
        if case .inherited = origin { true } else { false }
    }

    /// Waits for the next connection.
    ///
    /// - Returns: Its descriptor; when there will be none, or none now, the negative of `errno`.
    func accept() -> Int32 {
        while true {
            let accepted = Glibc.accept(descriptor, nil, nil)
            if accepted >= 0 { return accepted }
            if errno != EINTR { return -errno }
        }
    }

    /// Lets accept look up every few seconds, so that stopping does not rest on the knock alone: its path may be gone, or
    /// be another one in here.
    func boundWaiting() {
        var time = timeval(tv_sec: 5, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
    }

    /// Makes threads that wait in accept return.
    func wakeWorkers(count: Int) {
        switch origin {
        case .own:
            // Waiting connections are still served; then accept fails in every thread at once.
            shutdown(descriptor, Int32(SHUT_RDWR))
        case .inherited:
            // The manager listens on the same socket: shutting it down would close it for the next process too.
            // So each thread is woken by a connection that says nothing, and then sees that it is to stop.
            guard var address = SocketAddress(of: descriptor) else { return }
            for _ in 0..<count {
                let knock = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
                guard knock >= 0 else { continue }
                _ = address.with { connect(knock, $0, $1) }
                close(knock)
            }
        }
    }

    /// Closes the socket, and removes its file if it is still the one made here.
    package func release() {
        close(descriptor)
        guard case .own(let path, let file, let lock) = origin else { return }
        if Listener.identity(of: path) == file { unlink(path) }
        lock.release()
    }
}
