internal import Domain
internal import Foundation
internal import Intake
internal import Register

/// Whether the service can do its work, part by part, looked at from outside its own threads.
struct Health: Sendable {
    /// In this order; what is wrong, or nothing.
    let parts: [(name: String, fault: String?)]
    let totals: RegisterTotals?
    let release: ReleaseFacts?
    /// Bytes a program without special rights may still write beside the register.
    let freeBytes: Int?

    /// Below this the next registrations may fail for want of space.
    static let leastFreeBytes = 64 * 1_048_576

    var isWell: Bool { parts.allSatisfy { $0.fault == nil } }

    /// One line for each part, the sum first.
    var text: String {
        let lines = parts.map { "\($0.name): \($0.fault ?? "ok")" }
        return ([isWell ? "ok" : "unwell"] + lines).joined(separator: "\n") + "\n"
    }

    /// Looks now: opens the register anew and reads it, waiting one second at most.
    init(state: StateFolder, publicFolder: URL, clock: Clock, reading: ServiceFigures.Reading) {
        release = ReleaseFacts(of: publicFolder)
        freeBytes = Self.freeBytes(at: state.url.path)
        var registerFault: String?
        var counted: RegisterTotals?
        do {
            let register = try RegisterDatabase(reading: state.register.path, clock: clock, busySeconds: 1)
            counted = try register.totals()
            try register.close()
        } catch {
            registerFault = LogEntry.cause(of: error)
        }
        totals = counted
        let space = freeBytes.map { $0 < Self.leastFreeBytes ? "\($0 / 1_048_576) MiB free" : nil } ?? "unknown"
        parts = [
            ("register", registerFault),
            ("release", release == nil ? "none is live" : nil),
            ("storing", Self.storingFault(reading, at: clock.now)),
            ("disk", space),
        ]
    }

    /// Old failures say nothing of now, and at night nobody sends what would prove that all is well again.
    private static func storingFault(_ reading: ServiceFigures.Reading, at now: Date) -> String? {
        guard reading.failedInARow > 0, let last = reading.lastFailed, now.timeIntervalSince(last) < 300 else {
            return nil
        }
        return "\(reading.failedInARow) failures in a row"
    }

    private static func freeBytes(at path: String) -> Int? {
        var facts = statvfs()
        guard statvfs(path, &facts) == 0 else { return nil }
        return Int(facts.f_bavail) * Int(facts.f_frsize)
    }
}
