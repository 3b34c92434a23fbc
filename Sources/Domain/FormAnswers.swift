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

    /// «Một hợp tác xã», «Một người dân»: who sent it, without a name.
    package func asker(in form: FormDefinition) -> String {
        guard let field = form.field(.applicantType),
            let option = field.options.first(where: { $0.value == self[field.name] })
        else { return "Một người dân" }
        let label = option.label.replacingOccurrences(of: "Đại diện ", with: "").lowercased()
        return label == "cá nhân" ? "Một người dân" : "Một \(label)"
    }

    /// Whether the sender wrote that they will come to the conference: the first option of that question says so.
    /// Nothing when it was not asked, or is not answered.
    package func willAttend(in form: FormDefinition) -> Bool? {
        guard let field = form.field(.attendance), !self[field.name].isEmpty else { return nil }
        return self[field.name] == field.options.first?.value
    }

    /// JSON with sorted keys: equal bytes for equal answers.
    package func canonicalBytes() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(values)
    }
}
