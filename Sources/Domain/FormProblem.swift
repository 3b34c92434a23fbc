/// Something a sender has to mend before a form can be taken.
package struct FormProblem: Hashable, Sendable {
    /// Nothing when the whole form is meant.
    package var field: String?
    /// One Vietnamese sentence that says what to do; the same in the summary and beside the field.
    package var message: String

    package init(field: String?, message: String) {
        self.field = field
        self.message = message
    }
}
