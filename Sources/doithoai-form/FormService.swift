internal import CLinux
internal import Domain
internal import FastCGI
internal import Foundation
internal import Intake
internal import Register

/// The program as a whole: wires register, intake and FastCGI together.
enum FormService {
    /// - Returns: The exit status: 0 done, 1 problems in the configuration, 2 wrong use, 3 a fault outside.
    static func run(_ arguments: [String]) -> Int32 {
        let invocation: Invocation
        let configuration: Configuration
        do {
            invocation = try Invocation(arguments)
            if invocation.wantsHelp { return say(Invocation.help) }
            configuration = try Configuration(invocation)
        } catch let error as Invocation.WrongUse {
            return fail("\(error.message)\n\n\(Invocation.help)", status: 2)
        } catch {
            return fail("\(error)", status: 1)
        }
        if invocation.onlyChecks { return report(SetupCheck(configuration).problems, configuration) }
        do {
            try serve(configuration)
            return 0
        } catch {
            return fail("doithoai-form: \(error)", status: 3)
        }
    }

    private static func serve(_ configuration: Configuration) throws {
        // First of all, so that every thread started later inherits it.
        Termination.hold()
        umask(0o077)
        // The C library would give most threads a heap of their own, eight a processor, and each keeps what it once held.
        mallopt(M_ARENA_MAX, Int32(ProcessInfo.processInfo.activeProcessorCount))
        let state = StateFolder(url: configuration.state)
        let clock = try state.clock
        let log = JSONLog(clock: clock)
        let register = try RegisterDatabase(path: state.register.path, clock: clock)
        let figures = ServiceFigures()
        let desk = try IntakeDesk(
            configuration, state: state, store: MeasuredStore(store: register, figures: figures, clock: clock),
            clock: clock, log: log)
        // Both before anybody is answered: one that cannot be opened ends the program, which must not hold requests then.
        let (form, figuresSocket) = try listeners(configuration)
        let server = try Server(
            form, threads: configuration.workers, limits: Limits(bodyBytes: configuration.bodyBytes)
        ) { request in
            figures.count(request) { Response(desk.respond(to: IntakeRequest(request))) }
        }
        let figuresDesk = FiguresDesk(
            figures, state: state, publicFolder: try state.publicFolder(root: configuration.root), clock: clock,
            workers: configuration.workers)
        let figuresServer: Server
        do {
            figuresServer = try Server(figuresSocket, threads: 2) { figuresDesk.respond(to: $0) }
        } catch {
            server.stop()
            throw error
        }
        log.write(LogEntry(.notice, "started", ["workers": "\(configuration.workers)"]))
        let signal = untilAsked(figures, workers: configuration.workers, log: log)
        log.write(LogEntry(.notice, "stopping", ["signal": "\(signal)"]))
        server.stop()
        figuresServer.stop()
        try register.close()
        log.write(LogEntry(.notice, "stopped"))
    }

    /// Tells the service manager that all is ready, then as often as it wants that threads still get on.
    ///
    /// - Returns: The signal that asked the program to end.
    private static func untilAsked(_ figures: ServiceFigures, workers: Int, log: JSONLog) -> Int32 {
        let manager = ServiceManager()
        manager.tell("READY=1")
        var before = -1
        let signal = Termination.wait(every: manager.watchdogSeconds) {
            let (answered, inHand) = (figures.answered, figures.reading.inHand)
            // Every thread busy and none finished anything in all that time: only a new start helps.
            if inHand >= workers, answered == before {
                log.write(LogEntry(.error, "stuck", ["in-hand": "\(inHand)"]))
            } else {
                manager.tell("WATCHDOG=1")
            }
            before = answered
        }
        manager.tell("STOPPING=1")
        return signal
    }

    private static func listeners(_ configuration: Configuration) throws -> (form: Listener, figures: Listener) {
        let form = try listener(configuration)
        do {
            return (form, try figuresListener(configuration))
        } catch {
            form.release()
            throw error
        }
    }

    /// A socket named on the command line is opened; otherwise one that was handed over comes first.
    private static func listener(_ configuration: Configuration) throws -> Listener {
        if !configuration.isSocketAsked, let handed = Listener.inherited(named: "form") ?? Listener.inherited() {
            return handed
        }
        return try Listener.open(path: configuration.socket)
    }

    private static func figuresListener(_ configuration: Configuration) throws -> Listener {
        try Listener.inherited(named: "figures") ?? Listener.open(path: configuration.figuresSocket)
    }

    /// What `--check-config` says: the values in force, or all that is wrong.
    private static func report(_ problems: [String], _ configuration: Configuration) -> Int32 {
        guard problems.isEmpty else {
            return fail(problems.joined(separator: "\n") + "\n\nCó \(problems.count) chỗ cần sửa.", status: 1)
        }
        return say(configuration.summary + "\n\nCấu hình dùng được.")
    }

    private static func say(_ text: String) -> Int32 {
        FileHandle.standardOutput.write(Data((text + "\n").utf8))
        return 0
    }

    private static func fail(_ text: String, status: Int32) -> Int32 {
        FileHandle.standardError.write(Data((text + "\n").utf8))
        return status
    }
}

extension IntakeDesk {
    /// The desk of a state folder: its live release, its keys, its mark of maintenance.
    init(
        _ configuration: Configuration, state: StateFolder, store: any RegistrationStore, clock: Clock, log: JSONLog
    ) throws {
        let source = SnapshotSource(publicFolder: try state.publicFolder(root: configuration.root), log: log)
        let keyring = try Keyring(of: state)
        self.init(
            snapshot: { try source.current() }, store: store,
            keys: IntakeKeys(token: keyring[.token], code: keyring[.code], sender: keyring[.sender]), clock: clock,
            settings: configuration.intake, log: log,
            isInMaintenance: { [file = state.maintenance.path] in access(file, F_OK) == 0 })
    }
}
