internal import Foundation

/// Why a socket cannot be listened on.
package struct ListenerError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Reason: Hashable, Sendable {
        case pathTooLong
        /// Something that is no socket stands under that name.
        case notASocket
        /// Another process listens there.
        case inUse
        case create
        case bind
        case listen
    }

    package var reason: Reason
    package var path: String
    /// The system's `errno`.
    package var code: Int32

    init(_ reason: Reason, path: String, code: Int32 = errno) {
        self.reason = reason
        self.path = path
        self.code = code
    }

    package var description: String {
        switch reason {
        case .pathTooLong: "socket path longer than 107 bytes: \(path)"
        case .notASocket: "not a socket, left alone: \(path)"
        case .inUse: "another process listens on \(path)"
        case .create, .bind, .listen: "cannot \(reason) socket \(path): \(String(cString: strerror(code)))"
        }
    }
}
