import Foundation
import Testing

/// A fixture of Tests/Fixtures/broken: what to break on the good site, and what `check` then says.
///
/// Shape: lines that say in Vietnamese what is wrong, changes, `====`, the output. Tests/Fixtures/broken/README.md
/// lists the changes.
struct BrokenCase: CustomTestStringConvertible {
    enum Change {
        /// Replaces the one place where these lines stand; with nothing to find, adds a file or adds to its end.
        case edit(path: String, find: String, put: Data)
        case replace(path: String, Data)
        /// Adds these lines that many times to the end of a file.
        case grow(path: String, times: Int, by: Data)
        case remove(path: String)
        case rename(path: String, to: String)
        case link(path: String, to: String)
        /// What the register says of the answers: see ``Setting``.
        case setting(Setting)
    }

    enum Setting: String {
        case noRegister = "no register"
        case noApproval = "no approval"
        case approvalOfOldBytes = "approval of the old bytes"
        case outOfBalance = "figures out of balance"
        case rehearsal
    }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/broken")

    let name: String
    /// The part before `====`.
    let input: String
    /// In Vietnamese, for the list of rules.
    let title: String
    let changes: [Change]
    let expected: String

    var testDescription: String { name }
    var file: URL { Self.folder.appending(path: name + ".case") }

    struct Malformed: Error { let name: String, line: Substring }

    init(name: String) throws {
        self.name = name
        let text = try String(contentsOf: Self.folder.appending(path: name + ".case"), encoding: .utf8)
        let halves = text.split(separator: "\n====\n", maxSplits: 1, omittingEmptySubsequences: false)
        input = String(halves[0])
        expected = halves.count == 2 ? String(halves[1]) : ""
        var lines = input.split(separator: "\n", omittingEmptySubsequences: false)[...]
        title = lines.popFirst().map(String.init) ?? ""
        changes = try Self.changes(&lines, of: name)
    }

    static func all() throws -> [BrokenCase] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".case") }.sorted()
            .map { try BrokenCase(name: String($0.dropLast(".case".count))) }
    }

    private static func changes(_ lines: inout ArraySlice<Substring>, of name: String) throws -> [Change] {
        var changes: [Change] = []
        while let line = lines.popFirst() {
            let words = line.split(separator: " ")
            if line.isEmpty { continue }
            if let setting = Setting(rawValue: String(line)) {
                changes.append(.setting(setting))
            } else if line.hasPrefix("remove "), words.count == 2 {
                changes.append(.remove(path: String(words[1])))
            } else if line.hasPrefix("rename "), let arrow = line.range(of: " -> ") {
                let from = line[..<arrow.lowerBound].dropFirst("rename ".count)
                changes.append(.rename(path: String(from), to: String(line[arrow.upperBound...])))
            } else if line.hasPrefix("link "), let arrow = line.range(of: " -> ") {
                let from = line[..<arrow.lowerBound].dropFirst("link ".count)
                changes.append(.link(path: String(from), to: String(line[arrow.upperBound...])))
            } else if line.hasPrefix("grow "), words.count == 3, let times = Int(words[2]) {
                changes.append(.grow(path: String(words[1]), times: times, by: unescaped(taking(&lines, "+"))))
            } else if line.hasPrefix("replace "), words.count == 2 {
                changes.append(.replace(path: String(words[1]), unescaped(taking(&lines, "+"))))
            } else if line.hasPrefix("content/") || line.hasPrefix("theme/") {
                let find = taking(&lines, "-")
                changes.append(.edit(path: String(line), find: find, put: unescaped(taking(&lines, "+"))))
            } else {
                throw Malformed(name: name, line: line)
            }
        }
        return changes
    }

    /// The lines that begin with `sign`, without it, each with its line end.
    private static func taking(_ lines: inout ArraySlice<Substring>, _ sign: Character) -> String {
        var text = ""
        while let line = lines.first, line.first == sign {
            text += line.dropFirst() + "\n"
            lines.removeFirst()
        }
        return text
    }

    /// `\x0D` is a byte; everything else stands for itself.
    private static func unescaped(_ text: String) -> Data {
        var bytes = Data()
        var rest = text[...]
        while let mark = rest.range(of: "\\x"), let byte = UInt8(rest[mark.upperBound...].prefix(2), radix: 16) {
            bytes += Data(rest[..<mark.lowerBound].utf8) + [byte]
            rest = rest[mark.upperBound...].dropFirst(2)
        }
        return bytes + Data(rest.utf8)
    }
}
