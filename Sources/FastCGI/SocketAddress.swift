internal import Foundation

/// The address of a Unix socket in the system's own shape.
struct SocketAddress {
    private var storage: sockaddr_un
    private var length: socklen_t

    /// - Parameter path: At most 107 bytes: `sun_path` less the closing zero.
    init(path: String) throws(ListenerError) {
        var storage = sockaddr_un()
        storage.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count < MemoryLayout.size(ofValue: storage.sun_path), !bytes.isEmpty else {
            throw ListenerError(.pathTooLong, path: path, code: ENAMETOOLONG)
        }
        withUnsafeMutableBytes(of: &storage.sun_path) { $0.copyBytes(from: bytes) }
        self.storage = storage
        length = socklen_t(MemoryLayout<sockaddr_un>.size)
    }

    /// The address of `NOTIFY_SOCKET`: a path, or with a leading @ a name outside the file system.
    ///
    /// - Source: unix(7), abstract sockets; sd_notify(3).
    init(notify name: String) throws(ListenerError) {
        guard name.hasPrefix("@") else {
            try self.init(path: name)
            return
        }
        try self.init(path: String(name.dropFirst()))
        let bytes = [0] + Array(name.utf8.dropFirst())
        guard bytes.count <= MemoryLayout.size(ofValue: storage.sun_path) else {
            throw ListenerError(.pathTooLong, path: name, code: ENAMETOOLONG)
        }
        withUnsafeMutableBytes(of: &storage.sun_path) { $0.copyBytes(from: bytes) }
        length = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count)
    }

    /// The address a listening socket is bound to; nothing when it has none.
    init?(of descriptor: Int32) {
        var storage = sockaddr_un()
        var length = socklen_t(MemoryLayout<sockaddr_un>.size)
        let found = withUnsafeMutablePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
        }
        guard found == 0, storage.sun_family == sa_family_t(AF_UNIX) else { return nil }
        self.storage = storage
        self.length = length
    }

    /// Calls a socket function that takes an address and its length.
    mutating func with(_ call: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
        withUnsafePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { call($0, length) }
        }
    }
}
