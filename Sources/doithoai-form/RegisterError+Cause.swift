internal import Intake
internal import Register

/// The register's errors hold nothing a sender wrote, so the log may say which it was.
extension RegisterError: ExplainedFault {
    package var cause: String { "RegisterError \(self)" }
}
