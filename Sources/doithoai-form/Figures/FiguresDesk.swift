internal import Domain
internal import FastCGI
internal import Foundation
internal import Register

/// Answers on the socket of figures: `/figures` for monitoring programs, `/health` for load balancers.
///
/// Has a listener and threads of its own, so it answers also while every worker is busy.
final class FiguresDesk: @unchecked Sendable {
    private let figures: ServiceFigures
    private let state: StateFolder
    private let publicFolder: URL
    private let clock: Clock
    private let workers: Int
    private let began = ContinuousClock.now
    // guarded by lock: looked
    private let lock = NSLock()
    private var looked: (at: ContinuousClock.Instant, health: Health)?

    init(_ figures: ServiceFigures, state: StateFolder, publicFolder: URL, clock: Clock, workers: Int) {
        self.figures = figures
        self.state = state
        self.publicFolder = publicFolder
        self.clock = clock
        self.workers = workers
    }

    func respond(to request: Request) -> Response {
        guard ["GET", "HEAD"].contains(request.method) else { return answer(405, "only GET\n") }
        switch request.path {
        case "/health":
            let health = health(figures.reading)
            return answer(health.isWell ? 200 : 503, health.text)
        case "/figures": return answer(200, text())
        default: return answer(404, "ask for /figures or /health\n")
        }
    }

    /// Looked at anew when the last look is two seconds old: whoever asks often costs no more.
    private func health(_ reading: ServiceFigures.Reading) -> Health {
        lock.withLock {
            if let looked, ContinuousClock.now - looked.at < .seconds(2) { return looked.health }
            let health = Health(state: state, publicFolder: publicFolder, clock: clock, reading: reading)
            looked = (.now, health)
            return health
        }
    }

    private func text() -> String {
        let reading = figures.reading
        let health = health(reading)
        var text = FigureText()
        text.add("uptime_seconds", .gauge, "Since the service started.", (ContinuousClock.now - began) / .seconds(1))
        addRequests(reading, to: &text)
        addStoring(reading, to: &text)
        addRegister(health, to: &text)
        addRelease(health, to: &text)
        text.add(
            "healthy", .gauge, "1 when that part can do its work.",
            health.parts.map { (["part": $0.name], $0.fault == nil ? 1 : 0) })
        return text.text
    }

    private func addRequests(_ reading: ServiceFigures.Reading, to text: inout FigureText) {
        let answered = reading.answered.sorted {
            ($0.key.kind.rawValue, $0.key.status) < ($1.key.kind.rawValue, $1.key.status)
        }
        text.add(
            "requests_total", .counter, "Requests answered, by what was asked for and the status of the answer.",
            answered.map { (["what": $0.key.kind.rawValue, "status": "\($0.key.status)"], Double($0.value)) })
        text.add("requests_in_hand", .gauge, "Requests being answered now.", Double(reading.inHand))
        text.add("workers", .gauge, "Requests that can be answered at once.", Double(workers))
    }

    private func addStoring(_ reading: ServiceFigures.Reading, to text: inout FigureText) {
        text.add("store_seconds", "From asking the register to store until the commit was on the disk.", reading.stored)
        text.add("store_waiting", .gauge, "Registrations that wait for their commit now.", Double(reading.storing))
        text.add("store_failures_total", .counter, "Registrations that could not be stored.", Double(reading.failed))
        text.add(
            "quarantined_total", .counter, "Registrations stored to wait for the office, by reason.",
            Quarantine.allCases.map { (["reason": $0.rawValue], Double(reading.quarantined[$0] ?? 0)) })
        text.add(
            "last_stored_timestamp_seconds", .gauge, "When a registration was last stored.",
            reading.lastStored?.timeIntervalSince1970)
    }

    private func addRegister(_ health: Health, to text: inout FigureText) {
        if let totals = health.totals {
            text.add(
                "register_registrations", .gauge, "Registrations kept, by what became of them.",
                [
                    (["state": "entered"], Double(totals.entered)),
                    (["state": "quarantined"], Double(totals.quarantined)),
                    (["state": "refused"], Double(totals.refused)),
                ])
        }
        text.add("register_bytes", .gauge, "Size of the register.", bytes(of: state.register.path))
        text.add(
            "register_log_bytes", .gauge, "Size of the register's write-ahead log.",
            bytes(of: state.register.path + "-wal"))
        text.add("disk_free_bytes", .gauge, "Space left beside the register.", health.freeBytes.map(Double.init))
    }

    private func addRelease(_ health: Health, to text: inout FigureText) {
        guard let release = health.release else { return }
        text.add(
            "release", .gauge, "The live release: its tree and the SHA-256 of its manifest.",
            [(["tree": release.tree, "digest": release.digest], 1)])
        text.add(
            "release_timestamp_seconds", .gauge, "When it was released.", release.released.timeIntervalSince1970)
        text.add(
            "next_boundary_timestamp_seconds", .gauge, "When it has to be followed by another.",
            release.nextBoundary?.timeIntervalSince1970)
    }

    private func bytes(of path: String) -> Double? {
        var status = stat()
        return stat(path, &status) == 0 ? Double(status.st_size) : nil
    }

    private func answer(_ status: Int, _ text: String) -> Response {
        Response(
            status: status,
            headers: [
                Response.Header("Content-Type", "text/plain; version=0.0.4; charset=utf-8"),
                Response.Header("Cache-Control", "no-store"),
            ], body: Array(text.utf8))
    }
}
