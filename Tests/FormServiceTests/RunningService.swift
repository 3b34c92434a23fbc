import FastCGIClient
import Foundation
import Register

/// The built program, run on a folder of its own.
final class RunningService: @unchecked Sendable {
    // Used by one test at a time; requests only read what `init` set.
    let state: StateFolder
    private let ownsFolder: Bool
    private let configuration: URL
    private var process: Process?

    let socket: String
    private var client: FastCGIClient { FastCGIClient(path: socket) }

    struct DidNotStart: Error {}

    init(configuration text: String = "minimum-reading = 0 s\n") throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "form-\(UUID().uuidString.prefix(8))")
        state = StateFolder(url: folder)
        ownsFolder = true
        try ServicePlace.make(at: state)
        configuration = folder.appending(path: "form.conf")
        try Data(text.utf8).write(to: configuration)
        socket = state.run.appending(path: "form.sock").path
    }

    /// Another service on the folder of the first.
    init(beside first: RunningService) throws {
        state = first.state
        ownsFolder = false
        configuration = first.configuration
        socket = first.socket
    }

    deinit {
        process?.terminate()
        guard ownsFolder else { return }
        do { try FileManager.default.removeItem(at: state.url) } catch { print("left behind: \(state.url.path)") }
    }

    /// - Parameter input: What the program finds as descriptor 0.
    private func makeProcess(input: FileHandle = .nullDevice) throws -> Process {
        let process = Process()
        // The test bundle and the programs are built into one folder.
        process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appending(path: "doithoai-form")
        process.arguments = ["--state", state.url.path, "--config", configuration.path]
        process.standardInput = input
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    /// Starts the program and waits until it answers.
    func start(input: FileHandle = .nullDevice) async throws {
        process = try makeProcess(input: input)
        for _ in 0..<200 {
            if (try? client.send("GET", "/gui/", contentLength: "")) != nil { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw DidNotStart()
    }

    /// Runs to its end.
    func run() throws -> Int32 {
        let process = try makeProcess()
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Asks the program to end, as the service manager does.
    func stop() async throws -> Int32 {
        guard let process else { throw DidNotStart() }
        process.terminate()
        for _ in 0..<200 where process.isRunning { try await Task.sleep(for: .milliseconds(50)) }
        self.process = nil
        return process.isRunning ? -1 : process.terminationStatus
    }

    func kill() {
        guard let process else { return }
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        self.process = nil
    }

    func post(
        _ path: String, _ answers: [String: String], parameters: [String: String] = ["CLIENT_ADDRESS": "203.0.113.7"]
    ) throws -> FastCGIClient.Answer {
        let body = answers.sorted { $0.key < $1.key }.map { "\(percent($0.key))=\(percent($0.value))" }
        let all = parameters.merging(["CONTENT_TYPE": "application/x-www-form-urlencoded"]) { own, _ in own }
        return try client.send("POST", path, parameters: all, body: Array(body.joined(separator: "&").utf8))
    }

    func raw(
        _ path: String, _ body: [UInt8], length: String? = nil, type: String = "application/x-www-form-urlencoded"
    ) throws -> FastCGIClient.Answer {
        try client.send("POST", path, parameters: ["CONTENT_TYPE": type], body: body, contentLength: length)
    }

    private func percent(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: CharacterSet(charactersIn: "a"..."z")) ?? ""
    }
}

/// Runs blocking work on a thread of its own, so that Swift's threads stay free.
func onThread<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread { continuation.resume(with: Result { try work() }) }
    }
}
