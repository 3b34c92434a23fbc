/// Names of the controls an online form has beside the fields of its definition.
///
/// Publishing writes the first into the static form, the form service reads them all; no field may be called so.
package enum FormControl {
    /// A text field that no person sees: what fills it in is a program.
    ///
    /// Not a name that browsers fill in by themselves («website», «url»): an honest sender would land in quarantine.
    package static let honeypot = "ma-kiem-soat"
    /// The check page's token.
    package static let token = "ma-mot-lan"
    /// The buttons that lead back from the check page; the value is the field to mend.
    package static let edit = "sua"
    /// On the look-up form.
    package static let reference = "so-bien-nhan"
    /// On the look-up form.
    package static let code = "ma"
}
