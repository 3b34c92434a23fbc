package import Foundation

/// A form, declared once in content: it drives the web form, the paper form, validation, key-in and exports.
package struct FormDefinition: Hashable, Sendable, Codable {
    /// `dang-ky-2021` or `phan-anh`: which form this is, through all its revisions.
    package var id: String
    package var title: String
    /// The lines under the title.
    package var about: String
    package var addressee: String
    /// The division that keeps the form.
    package var owner: String
    package var updated: CivilDate
    /// The sentence between the sender's data and the matters, on paper.
    package var opening: String
    /// Printed at the foot of the paper form; empty for none.
    package var footnote: String
    package var parts: [FormPart] { didSet { fields = parts.flatMap(\.fields) } }
    package var atLeastOne: [AtLeastOne]

    package init(
        id: String, title: String, about: String, addressee: String, owner: String, updated: CivilDate,
        opening: String, footnote: String, parts: [FormPart], atLeastOne: [AtLeastOne]
    ) {
        self.id = id
        self.title = title
        self.about = about
        self.addressee = addressee
        self.owner = owner
        self.updated = updated
        self.opening = opening
        self.footnote = footnote
        self.parts = parts
        self.atLeastOne = atLeastOne
        fields = parts.flatMap(\.fields)
    }

    /// Those of all parts, in order. Kept, since every post asks for them many times.
    package private(set) var fields: [FormField]

    package func field(named name: String) -> FormField? { fields.first { $0.name == name } }

    package func field(_ role: FormField.Role) -> FormField? { fields.first { $0.role == role } }

    /// The bytes its digest is taken of: JSON with sorted keys, equal for equal definitions.
    package func canonicalBytes() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .secondsSince1970
        return try encoder.encode(self)
    }

    /// Reads what ``canonicalBytes()`` wrote.
    package init(canonicalBytes data: Data) throws {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .secondsSince1970
        self = try decoder.decode(FormDefinition.self, from: data)
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try values.decode(String.self, forKey: .id), title: try values.decode(String.self, forKey: .title),
            about: try values.decode(String.self, forKey: .about),
            addressee: try values.decode(String.self, forKey: .addressee),
            owner: try values.decode(String.self, forKey: .owner),
            updated: try values.decode(CivilDate.self, forKey: .updated),
            opening: try values.decode(String.self, forKey: .opening),
            footnote: try values.decode(String.self, forKey: .footnote),
            parts: try values.decode([FormPart].self, forKey: .parts),
            atLeastOne: try values.decode([AtLeastOne].self, forKey: .atLeastOne))
    }

    private enum CodingKeys: String, CodingKey {
        case id, title, about, addressee, owner, updated, opening, footnote, parts, atLeastOne
    }

    /// A rule that one of several fields must be filled in.
    package struct AtLeastOne: Hashable, Sendable, Codable {
        package var fields: [String]
        package var message: String

        package init(fields: [String], message: String) {
            self.fields = fields
            self.message = message
        }
    }
}

/// Fields under one heading.
package struct FormPart: Hashable, Sendable, Codable {
    package var legend: String
    package var fields: [FormField]

    package init(legend: String, fields: [FormField]) {
        self.legend = legend
        self.fields = fields
    }
}
