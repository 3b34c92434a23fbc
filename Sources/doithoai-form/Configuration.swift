internal import Foundation
internal import Intake

/// Everything the form service can be told; `deploy/doithoai-form.conf` explains each key.
struct Configuration {
    var root: URL
    var state: URL
    var socket: String
    /// The socket was named on the command line.
    var isSocketAsked: Bool
    /// Where figures and health are told.
    var figuresSocket: String
    var workers = 64
    var bodyBytes = 64 * 1_024
    var intake = IntakeSettings()
    /// The file that was read, for telling where something stands.
    let file: ConfigurationFile?

    /// Command line before file before default.
    ///
    /// - Throws: ``ConfigurationFile/Faulty`` with everything that is wrong in the file.
    init(_ invocation: Invocation) throws {
        let known = Set(["root", "state", "socket", "figures-socket"] + Self.numbers.map(\.key))
        file = try invocation.configurationFile.map { try ConfigurationFile(path: $0, knownKeys: known) }
        let entries = file?.entries ?? [:]
        root = Self.folder(invocation.root ?? entries["root"]?.value ?? ".", in: nil)
        state = Self.folder(
            invocation.state ?? entries["state"]?.value ?? "var",
            in: invocation.state == nil ? root : nil)
        socket =
            invocation.socket ?? entries["socket"]?.value
            ?? state.appending(path: "run/form.sock", directoryHint: .notDirectory).path
        isSocketAsked = invocation.socket != nil
        // Beside the other one, so that a second service on a socket of its own needs to be told of one only.
        let name = socket.hasSuffix(".sock") ? String(socket.dropLast(5)) : socket
        figuresSocket = entries["figures-socket"]?.value ?? "\(name)-figures.sock"
        var problems = file?.problems ?? []
        for number in Self.numbers {
            guard let entry = entries[number.key] else { continue }
            if let value = Quantity.read(entry.value, units: number.units, range: number.range) {
                self[keyPath: number.place] = value
            } else {
                problems.append(.init(entry.line, "\(number.key) = \(entry.value): \(number.remedy)"))
            }
        }
        guard problems.isEmpty else { throw ConfigurationFile.Faulty(path: file?.path ?? "", problems) }
    }

    /// The values in force, as `--check-config` prints them.
    var summary: String {
        let paths = [
            "root = \(root.path)", "state = \(state.path)", "socket = \(socket)", "figures-socket = \(figuresSocket)",
        ]
        let smallest = Self.numbers.map { number in
            let unit = number.units.first { $0.value == 1 }?.key ?? ""
            return "\(number.key) = \(self[keyPath: number.place])" + (unit.isEmpty ? "" : " \(unit)")
        }
        return (paths + smallest).joined(separator: "\n")
    }

    private static func folder(_ path: String, in base: URL?) -> URL {
        let base = base ?? URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
        return URL(filePath: path, directoryHint: .isDirectory, relativeTo: base).standardizedFileURL
    }
}
