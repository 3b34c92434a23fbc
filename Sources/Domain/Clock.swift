package import Foundation

/// Where every program takes the time from; nothing else reads it.
package struct Clock: Sendable {
    private let read: @Sendable () -> Date

    package init(_ read: @escaping @Sendable () -> Date) { self.read = read }

    /// Now, whole seconds: rules are stated to the second, and a fraction would only make them doubtful.
    package var now: Date {
        Date(timeIntervalSince1970: read().timeIntervalSince1970.rounded(.down))
    }

    /// The clock of the machine.
    package static let system = Clock { Date() }

    /// A clock that stands still, for tests and `--as-of`.
    package static func stopped(at instant: Date) -> Clock { Clock { instant } }

    /// A clock that ticks on from a rehearsed start.
    package static func rehearsing(_ rehearsal: Rehearsal, on clock: Clock = .system) -> Clock {
        Clock { rehearsal.rehearsedStart.addingTimeInterval(clock.read().timeIntervalSince(rehearsal.realStart)) }
    }
}

/// The anchor of a rehearsal: what moment it pretends, and when it really began.
package struct Rehearsal: Hashable, Sendable, Codable {
    package let rehearsedStart: Date
    package let realStart: Date

    package init(rehearsedStart: Date, realStart: Date) {
        self.rehearsedStart = rehearsedStart
        self.realStart = realStart
    }
}
