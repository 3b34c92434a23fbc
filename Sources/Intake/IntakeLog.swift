/// Where the form service says what went wrong: codes, numbers and causes, never what a sender wrote or who it was.
package protocol IntakeLog: Sendable {
    func write(_ entry: LogEntry)
}

/// One line of the log.
package struct LogEntry: Hashable, Sendable {
    package enum Level: String, Hashable, Sendable {
        case notice
        case error
    }

    package var level: Level
    /// A short English name, such as `store-failed`.
    package var event: String
    /// Further facts by name.
    package var facts: [String: String]

    package init(_ level: Level, _ event: String, _ facts: [String: String] = [:]) {
        self.level = level
        self.event = event
        self.facts = facts
    }
}

/// An error that has more to say to the log than its type's name.
package protocol ExplainedFault: Error {
    /// English; never anything a sender wrote.
    var cause: String { get }
}
