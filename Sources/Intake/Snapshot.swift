package import Domain
package import Theme

/// One release as the service sees it: read once, never changed, one for each request.
///
/// A class, so that handing it from request to request copies nothing.
package final class Snapshot: Sendable {
    package let release: ServiceRelease
    package let chrome: Chrome
    /// The release's templates in its frame.
    let pages: FramedTheme
    /// What a field for a subject may hold.
    let subjectIDs: [String]
    private let forms: [String: OpenForm]

    /// - Parameter definitions: By digest: those in force, and those of the release before, whose pages readers may
    ///   still hold.
    package init(
        release: ServiceRelease, chrome: Chrome, theme: Theme, definitions: [String: FormDefinition]
    ) {
        self.release = release
        self.chrome = chrome
        pages = FramedTheme(theme, chrome)
        subjectIDs = release.site.subjects.map(\.id)
        let open = release.forms.compactMap { OpenForm($0, in: release, definitions: definitions) }
        forms = Dictionary(open.map { ($0.form.id, $0) }) { first, _ in first }
    }

    /// Nothing for an unknown id, or when the release lacks what belongs to the form.
    func form(_ id: String) -> OpenForm? { forms[id] }

    /// A form that can be sent, with the definition in force.
    final class OpenForm: Sendable {
        let form: ServiceRelease.Form
        let dialogue: Dialogue?
        /// The definition in force, then earlier ones.
        let revisions: [Revision]

        var definition: FormDefinition { revisions[0].definition }
        /// Where its blank form is sent.
        var action: String { "/gui/\(form.id)" }
        /// The page of its blank paper forms; nothing for feedback, which has none.
        var paperPage: String? { dialogue.map { "/doi-thoai/\($0.id)/phieu-dang-ky/" } }

        init?(_ form: ServiceRelease.Form, in release: ServiceRelease, definitions: [String: FormDefinition]) {
            guard let definition = definitions[form.digest] else { return nil }
            let dialogue = form.dialogue.flatMap { id in release.dialogues.first { $0.id == id } }
            // A form of an edition nobody knows would never close.
            guard form.dialogue == nil || dialogue != nil else { return nil }
            self.form = form
            self.dialogue = dialogue
            let earlier = definitions.filter { $0.value.id == form.id && $0.key != form.digest }
            revisions =
                [Revision(digest: form.digest, definition: definition)]
                + earlier.sorted { $0.key < $1.key }.map(Revision.init)
        }
    }

    /// A form definition with its digest.
    struct Revision {
        let digest: String
        let definition: FormDefinition
    }
}
