internal import Foundation

/// A socket that web servers connect to, ready to be accepted on.
///
/// libfcgi's own `FCGX_OpenSocket` ends the process when it fails and unlinks whatever it finds, so it is not used.
package struct Listener: Sendable {
    /// Where the socket comes from; decides how it is closed.
    enum Origin: Sendable {
        /// Made here: the file may be removed again as long as it is still ours.
        case own(path: String, file: FileIdentity, lock: SocketLock)
        /// Handed over by a service manager, which goes on listening after this process ends.
        case inherited
    }

    /// What tells one file from another under the same name.
    struct FileIdentity: Hashable, Sendable {
        let device: UInt64
        let inode: UInt64
    }

    let descriptor: Int32
    let origin: Origin

    /// Listens on a Unix socket of its own.
    ///
    /// - Parameters:
    ///   - path: At most 107 bytes. A socket nobody listens on any more is replaced; anything else is left alone.
    ///   - mode: Permissions of the socket file. Default: owner and group, so that nginx needs to be in the group.
    ///   - backlog: Connections that may wait while all workers are busy; the system caps it (`somaxconn`).
    /// - Throws: ``ListenerError``.
    package static func open(
        path: String, mode: UInt32 = 0o660, backlog: Int32 = 511
    ) throws(ListenerError) -> Listener {
        var address = try SocketAddress(path: path)
        let lock = try SocketLock(for: path)
        do {
            return try open(&address, path: path, mode: mode, backlog: backlog, lock: lock)
        } catch {
            lock.release()
            throw error
        }
    }

    private static func open(
        _ address: inout SocketAddress, path: String, mode: UInt32, backlog: Int32, lock: SocketLock
    ) throws(ListenerError) -> Listener {
        try removeStaleSocket(at: path, address: address)
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw ListenerError(.create, path: path) }
        // The file is made with no rights for others from the start: chmod alone would leave a gap.
        let mask = umask(0o777 & ~mode)
        let bound = address.with { bind(descriptor, $0, $1) }
        let failure = errno
        umask(mask)
        guard bound == 0 else {
            close(descriptor)
            throw ListenerError(.bind, path: path, code: failure)
        }
        guard chmod(path, mode) == 0, listen(descriptor, backlog) == 0, let file = identity(of: path) else {
            let failure = errno
            close(descriptor)
            throw ListenerError(.listen, path: path, code: failure)
        }
        return Listener(descriptor: descriptor, origin: .own(path: path, file: file, lock: lock))
    }

    /// A socket a service manager handed over: `LISTEN_FDS` (systemd) or descriptor 0 (spawn-fcgi, FastCGI's custom).
    ///
    /// - Parameter name: As the manager calls it in `LISTEN_FDNAMES`. Without a name: the only one, whatever it is called.
    /// - Returns: Nothing when none was handed over.
    /// - Source: sd_listen_fds(3); FastCGI Specification 1.0, §2.2.
    package static func inherited(
        named name: String? = nil, environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> Listener? {
        let count = environment["LISTEN_PID"] == String(getpid()) ? Int(environment["LISTEN_FDS"] ?? "") ?? 0 : 0
        let names = (environment["LISTEN_FDNAMES"] ?? "").split(separator: ":", omittingEmptySubsequences: false)
        let place = name.map { name in names.firstIndex { $0 == name } } ?? (count == 1 ? 0 : nil)
        if let place, place < count, isListening(3 + Int32(place)) {
            return Listener(descriptor: 3 + Int32(place), origin: .inherited)
        }
        return name == nil && isListening(0) ? Listener(descriptor: 0, origin: .inherited) : nil
    }

    /// A killed process leaves its socket file behind; only a file that refuses connections may be replaced.
    /// The lock keeps two programs from finding the same one dead and each removing what the other has just made.
    private static func removeStaleSocket(at path: String, address: SocketAddress) throws(ListenerError) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFSOCK else { throw ListenerError(.notASocket, path: path, code: EEXIST) }
        let probe = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard probe >= 0 else { throw ListenerError(.create, path: path) }
        defer { close(probe) }
        var address = address
        let connected = address.with { connect(probe, $0, $1) }
        guard connected != 0, errno == ECONNREFUSED else { throw ListenerError(.inUse, path: path, code: EADDRINUSE) }
        guard unlink(path) == 0 else { throw ListenerError(.bind, path: path) }
    }

    private static func isListening(_ descriptor: Int32) -> Bool {
        var value: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        return getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &value, &length) == 0 && value != 0
    }

    static func identity(of path: String) -> FileIdentity? {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        return FileIdentity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
    }
}
