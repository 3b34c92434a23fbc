import Domain

/// A fault with its place, and the day from which it is one.
struct Finding: Hashable, Sendable {
    var diagnostic: Diagnostic
    /// Nothing for what is wrong on any day.
    var from: CivilDate?

    /// Whether it is to be reported.
    ///
    /// - Parameter day: Nothing leaves out what depends on the day.
    func isDue(on day: CivilDate?) -> Bool {
        guard let from else { return true }
        return day.map { from <= $0 } ?? false
    }
}
