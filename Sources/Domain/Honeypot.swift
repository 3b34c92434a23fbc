extension FormDefinition {
    /// The name of the control that no person sees, on the static form and in the service alike.
    ///
    /// Not one that browsers fill in by themselves («website», «url»): an honest sender would land in quarantine.
    package static let honeypot = "ma-kiem-soat"
}
