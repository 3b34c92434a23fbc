import Foundation

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
    ///
    /// The bytes of `JSONEncoder`, which takes longer over one form than the register does.
    package var canonicalBytes: [UInt8] {
        var json: [UInt8] = []
        json.reserveCapacity(values.reduce(2) { $0 + $1.key.utf8.count + $1.value.utf8.count + 16 })
        json.append(UInt8(ascii: "{"))
        for (name, text) in values.sorted(by: { $0.key < $1.key }) {
            if json.count > 1 { json.append(UInt8(ascii: ",")) }
            FormAnswers.append(name, to: &json)
            json.append(UInt8(ascii: ":"))
            FormAnswers.append(text, to: &json)
        }
        json.append(UInt8(ascii: "}"))
        return json
    }

    /// A text as JSON writes it (RFC 8259 §7), with the short escapes where there are any.
    private static func append(_ text: String, to json: inout [UInt8]) {
        var text = text
        json.append(UInt8(ascii: "\""))
        text.withUTF8 { bytes in
            var from = 0
            for at in bytes.indices {
                // Nearly every byte is a letter, and goes on without a question.
                guard bytes[at] < 0x20 || bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "\\") else {
                    continue
                }
                json.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[from..<at]))
                json.append(contentsOf: escape(bytes[at]).utf8)
                from = at + 1
            }
            json.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[from...]))
        }
        json.append(UInt8(ascii: "\""))
    }

    private static func escape(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "\""): "\\\""
        case UInt8(ascii: "\\"): "\\\\"
        case 0x08: "\\b"
        case 0x09: "\\t"
        case 0x0A: "\\n"
        case 0x0C: "\\f"
        case 0x0D: "\\r"
        case 0x00..<0x10: "\\u000" + String(byte, radix: 16)
        default: "\\u00" + String(byte, radix: 16)
        }
    }
}
