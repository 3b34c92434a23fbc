package import Foundation

/// What a sender filled in: field name → text, cleaned and checked. Empty fields are left out.
package struct FormAnswers: Hashable, Sendable, Codable {
    package var values: [String: String]

    package init(_ values: [String: String]) { self.values = values.filter { !$0.value.isEmpty } }

    package init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode([String: String].self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(values)
    }

    /// Empty when not filled in.
    package subscript(name: String) -> String { values[name] ?? "" }

    /// What was filled in for `role`; empty when nothing, or when the form has no such field.
    package func value(of role: FormField.Role, in form: FormDefinition) -> String {
        form.field(role).map { self[$0.name] } ?? ""
    }

    /// JSON with sorted keys: equal bytes for equal answers.
    package func canonicalBytes() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(values)
    }
}
