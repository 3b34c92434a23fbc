package import Domain
package import Foundation

/// A form that reached the department elsewhere, with what became of it: an element of an import file.
package struct ImportedRegistration: Sendable, Decodable {
    package var received: Date
    package var channel: Channel
    /// The id of the form definition: `dang-ky-2021`, `phan-anh`.
    package var form: String
    /// Field name → what was filled in, not checked yet.
    package var answers: [String: String]
    package var outcomes: [ImportedOutcome]
    package var quarantine: Quarantine?

    package init(
        received: Date, channel: Channel, form: String, answers: [String: String], outcomes: [ImportedOutcome] = [],
        quarantine: Quarantine? = nil
    ) {
        self.received = received
        self.channel = channel
        self.form = form
        self.answers = answers
        self.outcomes = outcomes
        self.quarantine = quarantine
    }

    /// Reads an array of them; times in any form of ``DateText``.
    ///
    /// - Throws: `DecodingError`, whose coding path names the element.
    package static func list(from data: Data) throws -> [ImportedRegistration] {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            let container = try decoder.singleValueContainer()
            let text = try container.decode(String.self)
            guard let date = DateText(text) else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date: \(text)")
            }
            return date.instant
        }
        return try decoder.decode([ImportedRegistration].self, from: data)
    }
}

/// What became of one matter of an imported registration.
package struct ImportedOutcome: Sendable, Decodable {
    /// The matter's position, from 1.
    package var matter: Int
    package var subject: String
    package var division: String
    package var kind: Outcome
    package var at: Date
    package var reason: String
}
