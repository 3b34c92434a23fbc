internal import Intake
internal import Register

/// The register is where the form service stores: both speak of the domain's values, only this program knows both.
extension RegisterDatabase: RegistrationStore {}
