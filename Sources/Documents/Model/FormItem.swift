package import Domain

/// A question of a form on paper: written on by hand, typed in with Word, or shown with a sample answer.
package struct FormItem: Hashable, Sendable, Encodable {
    package enum Kind: String, Hashable, Sendable, Encodable {
        /// A label, then `lines` lines to write on.
        case lines
        /// A question with boxes to tick.
        case choice
        /// A heading over `lines` whole lines.
        case matter
        /// A label over `lines` whole lines, in the middle of a text: an answer that the reader writes.
        case reply
    }

    package var kind: Kind
    /// Of the field.
    package var name: String
    package var label: String
    package var lines: Int
    package var options: [FormField.Option]
    /// What is filled in: words, or the value of an option; empty on a blank form.
    package var value: String

    package init(
        kind: Kind, name: String, label: String, lines: Int, options: [FormField.Option] = [], value: String = ""
    ) {
        self.kind = kind
        self.name = name
        self.label = label.composed
        self.lines = lines
        self.options = options
        self.value = value.composed
    }

    /// The words on paper, in order.
    var printed: [String] { [label] + (kind == .choice ? options.map(\.label) : [value]) }
}
