package import Foundation

/// The Typst command line: the official program on PATH, or the project's own one over the wheel from PyPI.
package struct TypstEngine: Hashable, Sendable {
    package let executable: URL
    /// Where Liberation Serif lies; no other font is seen.
    package let fontDirectory: URL
    /// Whether one start makes many documents: the project's own script does, the official program does not.
    package let takesBatches: Bool

    package init(executable: URL, fontDirectory: URL, takesBatches: Bool = false) {
        self.executable = executable
        self.fontDirectory = fontDirectory
        self.takesBatches = takesBatches
    }

    /// One document to make; all names are those of files in the folder of the run.
    struct Job {
        var template: String
        /// JSON, seen as `sys.inputs.data`.
        var data: String
        /// Written anew.
        var output: String
        /// Seconds since 1970, instead of the clock.
        var timestamp: Int
        /// What to call it in messages.
        var document: String
    }

    /// The engine and the font of this machine; starts nothing.
    ///
    /// - Parameters:
    ///   - root: The checkout or installation: `deploy/typst` lies in it.
    ///   - searchPath: Folders separated by colons, as in PATH.
    package static func located(root: URL, searchPath: String) throws(DocumentsError) -> TypstEngine {
        let folders = searchPath.split(separator: ":").map { URL(filePath: String($0), directoryHint: .isDirectory) }
        let own = root.appending(path: "deploy/typst")
        let candidates = folders.map { $0.appending(path: "typst") } + [own]
        guard let program = candidates.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) }) else {
            throw .engineMissing(looked: ["typst trong PATH", "deploy/typst"])
        }
        return TypstEngine(
            executable: program, fontDirectory: try fontDirectory(), takesBatches: program == own)
    }

    /// Debian 12 keeps version 2, which has the Vietnamese letters, in a folder of its own.
    private static func fontDirectory() throws(DocumentsError) -> URL {
        let folders = ["/usr/share/fonts/truetype/liberation2", "/usr/share/fonts/truetype/liberation"]
        let found = folders.first { FileManager.default.fileExists(atPath: $0 + "/LiberationSerif-Regular.ttf") }
        guard let found else { throw .fontMissing(looked: folders) }
        return URL(filePath: found, directoryHint: .isDirectory)
    }

    /// Changes when the program or the font was replaced; reads no more than the folder's entries.
    package var fingerprint: String {
        let script = executable.appendingPathExtension("py")
        let faces = ["Regular", "Bold", "Italic", "BoldItalic"].map {
            fontDirectory.appending(path: "LiberationSerif-\($0).ttf")
        }
        return ([executable, script] + faces).map(TypstEngine.state).joined(separator: "\n")
    }

    private static func state(of file: URL) -> String {
        // A file that is not there is a state too: the official program has no script beside it.
        guard let values = try? FileManager.default.attributesOfItem(atPath: file.resolvingSymlinksInPath().path),
            let size = values[.size] as? Int, let changed = values[.modificationDate] as? Date
        else { return "\(file.path) -" }
        return "\(file.path) \(size) \(changed.timeIntervalSince1970)"
    }

    /// Compiles to PDF/UA-1 and PDF/A-2a, in order; stops at the first that fails.
    ///
    /// - Parameter folder: The root of all paths that templates may read.
    func compile(_ jobs: [Job], in folder: URL) throws(DocumentsError) {
        guard takesBatches, jobs.count > 1 else {
            for job in jobs { try start(arguments(of: job, in: folder), for: [job], in: folder) }
            return
        }
        let list = folder.appending(path: "jobs.json")
        do {
            try JSONEncoder().encode(jobs.map { arguments(of: $0, in: folder) }).write(to: list)
        } catch {
            throw .cannotWrite(path: list.path, reason: error.localizedDescription)
        }
        try start(["each", list.path], for: jobs, in: folder)
    }

    private func arguments(of job: Job, in folder: URL) -> [String] {
        [
            "compile", "--root", folder.path, "--input", "data=/\(job.data)",
            "--font-path", fontDirectory.path, "--ignore-system-fonts", "--ignore-embedded-fonts",
            "--creation-timestamp", String(job.timestamp), "--format", "pdf", "--pdf-standard", "ua-1,a-2a",
            folder.appending(path: job.template).path, folder.appending(path: job.output).path,
        ]
    }

    private func start(_ arguments: [String], for jobs: [Job], in folder: URL) throws(DocumentsError) {
        let complaints = folder.appending(path: "stderr")
        let name = jobs[0].document
        let status = try run(arguments, complaints: complaints, document: name)
        guard status != 0 else { return }
        let failed = jobs.first { !FileManager.default.fileExists(atPath: folder.appending(path: $0.output).path) }
        let document = failed?.document ?? name
        let message = (try? String(contentsOf: complaints, encoding: .utf8)) ?? "mã thoát \(status)"
        if let text = TypstEngine.missingText(in: message) { throw .missingGlyph(document: document, text: text) }
        throw .engineFailed(document: document, message: message.trimmingCharacters(in: .whitespacesAndNewlines))
    }

    private func run(_ arguments: [String], complaints: URL, document: String) throws(DocumentsError) -> Int32 {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        // Nothing of the caller's settings may change the bytes; PATH is for the interpreter behind the script.
        process.environment = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "LC_ALL": "C.UTF-8",
        ]
        // Who calls through sudo may stand in a folder this account cannot enter; then nothing could be started.
        process.currentDirectoryURL = complaints.deletingLastPathComponent()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        do {
            // A file, not a pipe: nothing blocks however long the complaint is.
            try Data().write(to: complaints)
            process.standardError = try FileHandle(forWritingTo: complaints)
            try process.run()
        } catch {
            throw .engineFailed(document: document, message: "\(executable.path): \(error.localizedDescription)")
        }
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// What stands between the quotes of «the text "…" could not be displayed with font …».
    private static func missingText(in message: String) -> String? {
        guard let end = message.range(of: "could not be displayed with"),
            let start = message.range(of: "the text ", options: .backwards, range: message.startIndex..<end.lowerBound)
        else { return nil }
        return message[start.upperBound..<end.lowerBound].trimmingCharacters(in: CharacterSet(charactersIn: "`\" "))
    }
}
