/// One question of a form (ô).
package struct FormField: Hashable, Sendable, Codable {
    /// How it is filled in.
    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// One of a few options, all in view.
        case choice
        /// One of many options.
        case select
        /// One of the department's subjects, or «Chưa rõ».
        case subject
        case line
        case telephone
        case email
        /// A few lines, such as an address.
        case lines
        /// A long text.
        case text
    }

    /// What the software uses it for.
    package enum Role: String, Hashable, Sendable, Codable, CaseIterable {
        case complaint
        case applicantType = "applicant-type"
        case name
        case organisation
        case position
        case telephone
        case email
        case address
        case subject
        case matter
        case attendance
    }

    /// When it must be filled in.
    package enum Requirement: Hashable, Sendable, Codable {
        case always
        case never
        /// Only when another field has one of these values.
        case when(field: String, values: [String])
    }

    package struct Option: Hashable, Sendable, Codable {
        package var value: String
        package var label: String
        /// Leads to the exit page: nothing is stored.
        package var exits: Bool

        package init(value: String, label: String, exits: Bool = false) {
            self.value = value
            self.label = label
            self.exits = exits
        }
    }

    /// Name of the control and key in the store: ASCII, unique in the form.
    package var name: String
    package var role: Role?
    package var kind: Kind
    package var label: String
    /// As on paper.
    package var paperLabel: String
    /// As on the check page, in listings and exports.
    package var shortLabel: String
    /// Empty for none.
    package var hint: String
    package var required: Requirement
    /// The words when it is missing.
    package var missing: String
    /// Characters after NFC; 0 for no lower bound.
    package var min: Int
    /// Characters after NFC.
    package var max: Int
    /// An autofill token of HTML; empty for none.
    package var autocomplete: String
    /// Height on screen, for texts.
    package var rows: Int
    /// Ruled lines on paper.
    package var paperLines: Int
    package var isPrivate: Bool
    package var isExported: Bool
    package var isErased: Bool
    package var options: [Option]

    package init(
        name: String, role: Role?, kind: Kind, label: String, paperLabel: String, shortLabel: String, hint: String,
        required: Requirement, missing: String, min: Int, max: Int, autocomplete: String, rows: Int,
        paperLines: Int, isPrivate: Bool, isExported: Bool, isErased: Bool, options: [Option]
    ) {
        self.name = name
        self.role = role
        self.kind = kind
        self.label = label
        self.paperLabel = paperLabel
        self.shortLabel = shortLabel
        self.hint = hint
        self.required = required
        self.missing = missing
        self.min = min
        self.max = max
        self.autocomplete = autocomplete
        self.rows = rows
        self.paperLines = paperLines
        self.isPrivate = isPrivate
        self.isExported = isExported
        self.isErased = isErased
        self.options = options
    }

    /// Whether line breaks are kept.
    package var isMultiline: Bool { kind == .text || kind == .lines }

    /// The label of an option's value; the value itself when it is no option's.
    package func label(of value: String) -> String { options.first { $0.value == value }?.label ?? value }
}
