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
        if invocation.onlyChecks { return say(configuration.summary) }
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
        let state = StateFolder(url: configuration.state)
        let clock = try state.clock
        let log = JSONLog(clock: clock)
        let register = try RegisterDatabase(path: state.register.path, clock: clock)
        let keyring = try Keyring(of: state)
        let source = SnapshotSource(publicFolder: try state.publicFolder(root: configuration.root), log: log)
        let desk = IntakeDesk(
            snapshot: { try source.current() }, store: register,
            keys: IntakeKeys(token: keyring[.token], code: keyring[.code], sender: keyring[.sender]), clock: clock,
            settings: configuration.intake, log: log,
            isInMaintenance: { [file = state.maintenance.path] in access(file, F_OK) == 0 })
        let listener = try self.listener(configuration)
        let server = try Server(
            listener, threads: configuration.workers, limits: Limits(bodyBytes: configuration.bodyBytes)
        ) { request in
            Response(desk.respond(to: IntakeRequest(request)))
        }
        log.write(LogEntry(.notice, "started", ["workers": "\(configuration.workers)"]))
        let signal = Termination.wait()
        log.write(LogEntry(.notice, "stopping", ["signal": "\(signal)"]))
        server.stop()
        try register.close()
        log.write(LogEntry(.notice, "stopped"))
    }

    /// A socket named on the command line is opened; otherwise one that was handed over comes first.
    private static func listener(_ configuration: Configuration) throws -> Listener {
        if !configuration.isSocketAsked, let inherited = Listener.inherited() { return inherited }
        return try Listener.open(path: configuration.socket)
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
