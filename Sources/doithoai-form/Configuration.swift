internal import Foundation
internal import Intake

/// Everything the form service can be told; `deploy/doithoai-form.conf` explains each key.
struct Configuration {
    var root: URL
    var state: URL
    var socket: String
    /// The socket was named on the command line.
    var isSocketAsked: Bool
    var workers = 64
    var bodyBytes = 64 * 1_024
    var intake = IntakeSettings()

    /// Command line before file before default.
    init(_ invocation: Invocation) throws {
        let known = Set(["root", "state", "socket"] + Self.numbers.map(\.key))
        let file = try invocation.configurationFile.map { try ConfigurationFile(path: $0, knownKeys: known) }
        let entries = file?.entries ?? [:]
        root = Self.folder(invocation.root ?? entries["root"]?.value ?? ".", in: nil)
        state = Self.folder(
            invocation.state ?? entries["state"]?.value ?? "var",
            in: invocation.state == nil ? root : nil)
        socket =
            invocation.socket ?? entries["socket"]?.value
            ?? state.appending(path: "run/form.sock", directoryHint: .notDirectory).path
        isSocketAsked = invocation.socket != nil
        var problems: [String] = []
        for number in Self.numbers {
            guard let entry = entries[number.key] else { continue }
            if let value = Quantity.read(entry.value, units: number.units, range: number.range) {
                self[keyPath: number.place] = value
            } else {
                problems.append("\(file?.path ?? ""):\(entry.line): \(number.key) = \(entry.value): \(number.remedy)")
            }
        }
        guard problems.isEmpty else { throw ConfigurationFile.Faulty(problems: problems) }
    }

    /// The values in force, as `--check-config` prints them.
    var summary: String {
        let paths = ["root = \(root.path)", "state = \(state.path)", "socket = \(socket)"]
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
