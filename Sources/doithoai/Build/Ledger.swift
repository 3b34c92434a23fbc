import Domain
import Foundation
import Register

/// What the register says to a build: counts and decisions, no words of senders.
struct Ledger {
    let figures: Figures
    let approvals: [Approval]
}

extension FolderOptions {
    /// Read without making, migrating or changing anything; nothing before the first registration.
    func ledger() throws -> Ledger? {
        let path = state.register.path
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let register = try RegisterDatabase(reading: path, clock: clock)
        let ledger = Ledger(figures: try register.figures(), approvals: try register.approvals())
        try register.close()
        return ledger
    }
}
