package import Foundation

/// What a build tells the form service, beside templates and form definitions: the file `service/release.json`.
///
/// Nothing in it is secret. Publishing writes it, Intake reads it.
package struct ServiceRelease: Hashable, Sendable, Codable {
    package var site: Site
    /// The rehearsal's banner is shown on every page.
    package var isRehearsal: Bool
    package var dialogues: [Dialogue]
    /// The forms in force; definitions of earlier releases stand beside them in `service/forms/<digest>.json`.
    package var forms: [Form]
    /// Matter → site path of its published answer.
    package var answers: [String: String]

    package init(
        site: Site, isRehearsal: Bool, dialogues: [Dialogue], forms: [Form], answers: [String: String]
    ) {
        self.site = site
        self.isRehearsal = isRehearsal
        self.dialogues = dialogues
        self.forms = forms
        self.answers = answers
    }

    /// A form that is taken under `/gui/<slug>`.
    package struct Form: Hashable, Sendable, Codable {
        /// The form definition's id; also the last part of its address under `/gui/`.
        package var id: String
        /// SHA-256 of the definition's canonical bytes, in hexadecimal.
        package var digest: String
        /// The site path of the blank form.
        package var page: String
        /// The edition whose schedule opens and closes it; nothing for feedback, which is always open.
        package var dialogue: String?

        package init(id: String, digest: String, page: String, dialogue: String?) {
            self.id = id
            self.digest = digest
            self.page = page
            self.dialogue = dialogue
        }
    }

    /// JSON with sorted keys and times as seconds: equal bytes for equal releases.
    package func canonicalBytes() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        encoder.dateEncodingStrategy = .secondsSince1970
        return try encoder.encode(self)
    }

    /// Reads what ``canonicalBytes()`` wrote.
    package init(canonicalBytes data: Data) throws {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .secondsSince1970
        self = try decoder.decode(ServiceRelease.self, from: data)
    }
}
