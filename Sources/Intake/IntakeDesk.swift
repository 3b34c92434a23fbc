package import Domain
internal import Foundation

/// The counter of the form service: a request in, a response out.
///
/// Holds nothing about anyone but counts in memory; what is received goes to the store before it is acknowledged.
package struct IntakeDesk: Sendable {
    let snapshot: @Sendable () throws -> Snapshot
    let store: any RegistrationStore
    let keys: IntakeKeys
    let clock: Clock
    let settings: IntakeSettings
    let log: any IntakeLog
    let isInMaintenance: @Sendable () -> Bool
    let posts: RateLimiter
    let lookups: RateLimiter

    /// - Parameters:
    ///   - snapshot: Gives the live release; asked once for each request.
    ///   - isInMaintenance: Whether an operator has asked that nothing be taken for a while; asked for each post.
    package init(
        snapshot: @escaping @Sendable () throws -> Snapshot, store: any RegistrationStore, keys: IntakeKeys,
        clock: Clock, settings: IntakeSettings = IntakeSettings(), log: any IntakeLog,
        isInMaintenance: @escaping @Sendable () -> Bool = { false }
    ) {
        self.snapshot = snapshot
        self.store = store
        self.keys = keys
        self.clock = clock
        self.settings = settings
        self.log = log
        self.isInMaintenance = isInMaintenance
        posts = RateLimiter(network: settings.posts, everybody: settings.allPosts, at: clock.now)
        lookups = RateLimiter(network: settings.lookups, everybody: settings.allLookups, at: clock.now)
    }

    /// Answers one request; every failure becomes a page.
    package func respond(to request: IntakeRequest) -> IntakeResponse {
        let now = clock.now
        do {
            let visit = Visit(desk: self, request: request, snapshot: try snapshot(), now: now)
            return try visit.respond()
        } catch {
            // Without a release there are no templates; with one, a page failed to be filled in.
            let incident = report(error, during: "page-failed")
            return EmergencyPage(incident: incident, typed: typedPairs(of: request)).response
        }
    }

    /// Gives a failure its number and tells the log.
    func report(_ error: any Error, during event: String) -> Incident {
        let incident = Incident()
        log.write(LogEntry(.error, event, ["incident": incident.number, "cause": LogEntry.cause(of: error)]))
        return incident
    }

    private func typedPairs(of request: IntakeRequest) -> [URLEncodedForm.Pair] {
        guard case .success(let bytes) = request.body else { return [] }
        do {
            return try URLEncodedForm(bytes, limit: settings.maximumFields).pairs
        } catch {
            // Nothing that could be read was typed.
            return []
        }
    }
}
