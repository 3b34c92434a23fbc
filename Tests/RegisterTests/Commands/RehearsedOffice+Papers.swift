import Domain
import Foundation
import Register

/// Papers of the office, and the answers they quote.
extension RehearsedOffice {
    /// Names of the files that were made.
    func papers() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: state.letters.path).sorted()
    }

    /// The words of a paper that was made.
    func text(_ name: String) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["pdftotext", "-layout", state.letters.appending(path: name).path, "-"]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Writes the answer of a matter, as a division does.
    func write(
        _ matter: String, outcome: String, authority: String = "", _ body: String
    ) throws {
        try done("answer", "draft", matter, by: "chicuctdc")
        let name = matter.replacing("/", with: "-")
        let draft = state.drafts.appending(path: "\(name).md")
        let sent = authority.isEmpty ? "" : "\nauthority: \(authority)"
        try String(contentsOf: draft, encoding: .utf8)
            .replacing("outcome: answered", with: "outcome: \(outcome)\(sent)")
            .replacing(AnswerText.unwrittenSummary, with: "Một câu.")
            .replacing(AnswerText.unwritten, with: body)
            .write(to: draft, atomically: true, encoding: .utf8)
    }

    /// Writes an answer and approves it.
    func approve(
        _ matter: String, outcome: String, authority: String = "", _ body: String
    ) throws {
        try write(matter, outcome: outcome, authority: authority, body)
        try done("answer", "approve", matter, by: "lanhdao")
    }
}
