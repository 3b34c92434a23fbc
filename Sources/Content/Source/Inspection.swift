import Domain

/// One run over files of `content/`: what it found.
///
/// Readers add to it instead of stopping at the first fault. One run uses it from one thread.
final class Inspection {
    private var found: Set<Finding> = []
    /// What other runs found, as it came: thousands of warnings may be of another day.
    private var handedOver: [Finding] = []

    /// - Parameter day: From when it is a fault; nothing for always.
    func add(_ fault: Fault, at position: SourcePosition, excerpt: String = "", from day: CivilDate? = nil) {
        let diagnostic = Diagnostic(
            fault.severity, rule: fault.rule, at: position, excerpt: excerpt, problem: fault.problem,
            remedy: fault.remedy)
        found.insert(Finding(diagnostic: diagnostic, from: day))
    }

    /// Adds what another run found.
    func add(_ findings: [Finding]) { handedOver += findings }

    /// All, whatever the day; by file, line and column.
    var findings: [Finding] {
        found.union(handedOver).sorted { ($0.diagnostic, $0.from ?? .unread) < ($1.diagnostic, $1.from ?? .unread) }
    }

    /// By file, line and column.
    ///
    /// - Parameter day: Nothing leaves out what depends on the day.
    func diagnostics(on day: CivilDate? = nil) -> [Diagnostic] {
        let due = found.filter { $0.isDue(on: day) } + handedOver.filter { $0.isDue(on: day) }
        return Set(due.map(\.diagnostic)).sorted()
    }

    /// Whether an error was found in that file.
    func hasErrors(in file: String) -> Bool {
        found.contains { $0.diagnostic.severity == .error && $0.diagnostic.position.file == file }
    }

    /// Faults that depend on the day are warnings: no build fails because a day has come.
    var hasErrors: Bool {
        found.contains { $0.diagnostic.severity == .error } || handedOver.contains { $0.diagnostic.severity == .error }
    }
}
