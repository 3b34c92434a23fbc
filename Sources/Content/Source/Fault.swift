import Domain

/// What is wrong and what cures it, before a place is given to it.
///
/// The words are Vietnamese: editors read them. They stand in `Fault+….swift`, one file an area.
struct Fault: Hashable, Sendable {
    var severity: Diagnostic.Severity
    /// A stable name for tools, such as `unknown-key`.
    var rule: String
    var problem: String
    var remedy: String

    init(_ rule: String, _ problem: String, remedy: String, severity: Diagnostic.Severity = .error) {
        self.severity = severity
        self.rule = rule
        self.problem = problem
        self.remedy = remedy
    }

    static func warning(_ rule: String, _ problem: String, remedy: String) -> Fault {
        Fault(rule, problem, remedy: remedy, severity: .warning)
    }
}
