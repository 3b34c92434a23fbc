package import Domain

/// A blank form for paper: what a sender writes on, before anything draws it.
package struct PaperForm: Hashable, Sendable, Encodable {
    /// A line or block of the form, in the order of the definition.
    package struct Item: Hashable, Sendable, Encodable {
        package enum Kind: String, Hashable, Sendable, Encodable {
            /// A label, then `lines` lines to write on.
            case lines
            /// A question with boxes to tick.
            case choice
            /// A heading over `lines` whole lines.
            case matter
            /// Words only.
            case sentence
        }

        package var kind: Kind
        /// Of the field; empty for a sentence.
        package var name: String
        package var label: String
        package var lines: Int
        package var options: [FormField.Option]
    }

    package struct Addressee: Hashable, Sendable, Encodable {
        package var label: String
        package var name: String
    }

    package var language: String
    /// In the properties of the file.
    package var title: String
    package var author: String
    /// In the properties of the file; never shown.
    package var date: CivilDate
    package var nation: [String]
    package var dateLine: BlankLine
    /// In capitals.
    package var heading: String
    package var about: String
    package var addressee: Addressee
    package var items: [Item]
    /// At the foot of the form.
    package var notes: [String]

    /// Every line in reading order.
    package var plainText: String {
        var lines = nation + [dateLine.plainText, heading, about, "\(addressee.label) \(addressee.name)"]
        lines += items.flatMap { [$0.label] + $0.options.map(\.label) } + notes
        return lines.filter { !$0.isEmpty }.joined(separator: "\n")
    }
}
