import ArgumentParser
import Foundation

/// How a command ended, as scripts read it.
enum ExitStatus: Int32 {
    case done = 0
    /// Problems in the input: content, a form, a decision that is not allowed.
    case problems = 1
    /// The command was used wrongly.
    case wrongUse = 2
    /// A fault outside: disk, lock, permission.
    case fault = 3
}

/// An error that knows its exit code and its words, in Vietnamese.
struct CommandFailure: Error {
    let status: ExitStatus
    let message: String

    init(_ status: ExitStatus, _ message: String) {
        self.status = status
        self.message = message
    }
}

extension ExitStatus {
    /// Prints what went wrong to standard error and ends the program.
    static func exit(after error: any Error) -> Never {
        if let failure = error as? CommandFailure { end(failure.message, failure.status.rawValue) }
        if let code = error as? ArgumentParser.ExitCode { Foundation.exit(code.rawValue) }
        if let words = VietnameseFailure(error) { end(words.message, words.status.rawValue) }
        let code = Doithoai.exitCode(for: error)
        let message = VietnameseUsage.of(Doithoai.fullMessage(for: error))
        // Help and version arrive as errors too, and are no failure.
        if code.isSuccess {
            print(message)
            Foundation.exit(done.rawValue)
        }
        end(message, code == .validationFailure ? wrongUse.rawValue : fault.rawValue)
    }

    private static func end(_ message: String, _ status: Int32) -> Never {
        FileHandle.standardError.write(Data((message + "\n").utf8))
        Foundation.exit(status)
    }
}
