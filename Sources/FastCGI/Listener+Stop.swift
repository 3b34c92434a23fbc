internal import CFastCGI
internal import Foundation

extension Listener {
    /// Makes threads that wait in accept return.
    func wakeWorkers(count: Int) {
        switch origin {
        case .own:
            // Waiting connections are still served; then accept fails in every thread at once.
            shutdown(descriptor, Int32(SHUT_RDWR))
        case .inherited:
            // The manager listens on the same socket: shutting it down would close it for the next process too.
            // So libfcgi is told to stop, and each thread is woken by a connection that says nothing.
            FCGX_ShutdownPending()
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
    func release() {
        close(descriptor)
        guard case .own(let path, let file) = origin, Listener.identity(of: path) == file else { return }
        unlink(path)
    }
}
