import Foundation

/// Two programs at work together, the output of the first being the input of the second. Paths are to be absolute.
struct ProgramPair {
    let first: [String]
    let second: [String]

    /// Runs both to their ends.
    ///
    /// - Throws: ``CommandFailure`` with what the failing one said; exit status 3.
    func run() throws {
        let between = try OpenPipe()
        let complaints = try OpenPipe()
        let programs = [try process(first), try process(second)]
        programs[0].standardInput = FileHandle.nullDevice
        programs[0].standardOutput = between.writing
        programs[1].standardInput = between.reading
        programs[1].standardOutput = FileHandle.nullDevice
        for program in programs {
            program.standardError = complaints.writing
            try program.run()
        }
        // Both have their ends by now; as long as one is held here, the other program never sees the end.
        for end in [between.reading, between.writing, complaints.writing] { try end.close() }
        let said = String(decoding: complaints.reading.readDataToEndOfFile(), as: UTF8.self)
        for program in programs { program.waitUntilExit() }
        guard programs.allSatisfy({ $0.terminationStatus == 0 }) else {
            throw CommandFailure(.fault, "\(first[0]) và \(second[0]) không làm xong:\n\(said)")
        }
    }

    /// Foundation's `Pipe` is closed by the first program it is given to; here it is given to two.
    private struct OpenPipe {
        let reading: FileHandle
        let writing: FileHandle

        init() throws {
            var ends: [Int32] = [0, 0]
            guard pipe(&ends) == 0 else { throw CommandFailure(.fault, "Đã mở hết số tệp mà máy cho phép.") }
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            reading = FileHandle(fileDescriptor: ends[0], closeOnDealloc: true)
            writing = FileHandle(fileDescriptor: ends[1], closeOnDealloc: true)
        }
    }

    private func process(_ words: [String]) throws -> Process {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        let places = folders.map { "\($0)/\(words[0])" }
        guard let place = places.first(where: FileManager.default.isExecutableFile) else {
            throw CommandFailure(.fault, "Máy chưa có chương trình \(words[0]). Cài bằng: apt install \(words[0])")
        }
        let process = Process()
        process.executableURL = URL(filePath: place)
        process.arguments = Array(words.dropFirst())
        // Who calls through sudo may stand in a folder this account cannot enter; then nothing could be started.
        process.currentDirectoryURL = URL(filePath: "/", directoryHint: .isDirectory)
        return process
    }
}
