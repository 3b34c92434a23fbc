internal import Domain
internal import Foundation
internal import Theme

extension LogEntry {
    /// What the log may say of an error: its type and number, never its description. That of a database error may hold
    /// what was being stored.
    package static func cause(of error: any Error) -> String {
        switch error {
        case let error as any ExplainedFault: error.cause
        // Rules and places of templates; the values they were given stay out.
        case let error as ThemeError:
            "ThemeError " + error.problems.map { "\($0.rule) \($0.position)" }.joined(separator: ", ")
        case let error as any CustomNSError: "\(type(of: error)) \(error.errorCode)"
        default: "\(type(of: error))"
        }
    }
}
