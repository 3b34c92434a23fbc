internal import Foundation

/// Which process may own a socket path: a lock on a file beside it, for as long as the process lives.
///
/// The file is never removed. Whoever removed it could let two processes each lock a file of that name.
struct SocketLock: Sendable {
    private let descriptor: Int32

    /// - Throws: ``ListenerError`` with ``ListenerError/Reason/inUse`` when another process has it.
    init(for path: String) throws(ListenerError) {
        descriptor = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw ListenerError(.create, path: path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let failure = errno
            close(descriptor)
            throw ListenerError(failure == EWOULDBLOCK ? .inUse : .create, path: path, code: failure)
        }
    }

    func release() {
        // Closing alone leaves it with a program that is just being started.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }
}
