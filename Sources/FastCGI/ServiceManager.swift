internal import Foundation

/// The service manager that started this program: what it is told, and how often it wants to hear from us.
///
/// - Source: sd_notify(3), sd_watchdog_enabled(3): a datagram of `NAME=value` lines to the socket in `NOTIFY_SOCKET`.
package struct ServiceManager: Sendable {
    private let address: SocketAddress?
    /// Seconds from one sign of life to the next: half of what the manager allows. Nothing when it wants none.
    package let watchdogSeconds: Double?

    package init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        address = Self.address(environment["NOTIFY_SOCKET"] ?? "")
        let isMeant = environment["WATCHDOG_PID"].map { $0 == String(getpid()) } ?? true
        let allowed = isMeant ? Double(environment["WATCHDOG_USEC"] ?? "") : nil
        watchdogSeconds = allowed.flatMap { $0 > 0 ? $0 / 2_000_000 : nil }
    }

    /// Tells it one thing, such as `READY=1`. Without a manager, or one that does not listen, nothing happens.
    package func tell(_ state: String) {
        guard var place = address else { return }
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        guard place.with({ connect(descriptor, $0, $1) }) == 0 else { return }
        let bytes = Array(state.utf8)
        // A manager that went away is no reason to stop serving.
        _ = send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    private static func address(_ name: String) -> SocketAddress? {
        do {
            return try SocketAddress(notify: name)
        } catch {
            // No name, or one no socket can have: there is nobody to tell.
            return nil
        }
    }
}
