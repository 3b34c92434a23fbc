import Domain

/// One run over `content/`: what it found, and the day it takes for today.
///
/// Readers add to it instead of stopping at the first fault. One run uses it from one thread.
final class Inspection {
    /// Nothing when faults that depend on the day are not wanted.
    let today: CivilDate?
    private var found: Set<Diagnostic> = []

    init(today: CivilDate? = nil) { self.today = today }

    func add(_ fault: Fault, at position: SourcePosition, excerpt: String = "") {
        found.insert(
            Diagnostic(
                fault.severity, rule: fault.rule, at: position, excerpt: excerpt, problem: fault.problem,
                remedy: fault.remedy))
    }

    /// By file, line and column.
    var diagnostics: [Diagnostic] { found.sorted() }

    var hasErrors: Bool { found.contains { $0.severity == .error } }
}
