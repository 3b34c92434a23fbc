package import Domain
package import Theme

/// One release as the service sees it: read once, never changed, one for each request.
package struct Snapshot: Sendable {
    package let release: ServiceRelease
    package let chrome: Chrome
    /// The release's templates in its frame.
    let pages: FramedTheme
    /// Digest → definition: those in force, and those of the release before, whose pages readers may still hold.
    package let definitions: [String: FormDefinition]

    package init(
        release: ServiceRelease, chrome: Chrome, theme: Theme, definitions: [String: FormDefinition]
    ) {
        self.release = release
        self.chrome = chrome
        pages = FramedTheme(theme, chrome)
        self.definitions = definitions
    }

    /// A form that can be sent, with the definition in force.
    struct OpenForm: Sendable {
        let form: ServiceRelease.Form
        let dialogue: Dialogue?
        let definition: FormDefinition

        /// Where its blank form is sent.
        var action: String { "/gui/\(form.id)" }
        /// The page of its blank paper forms; nothing for feedback, which has none.
        var paperPage: String? { dialogue.map { "/doi-thoai/\($0.id)/phieu-dang-ky/" } }
    }

    /// Nothing for an unknown id, or when the release lacks what belongs to the form.
    func form(_ id: String) -> OpenForm? {
        guard let form = release.forms.first(where: { $0.id == id }), let definition = definitions[form.digest] else {
            return nil
        }
        let dialogue = form.dialogue.flatMap { id in release.dialogues.first { $0.id == id } }
        // A form of an edition nobody knows would never close.
        guard form.dialogue == nil || dialogue != nil else { return nil }
        return OpenForm(form: form, dialogue: dialogue, definition: definition)
    }

    /// The form's definition in force, then its earlier ones.
    func revisions(of form: OpenForm) -> [(digest: String, definition: FormDefinition)] {
        let earlier = definitions.filter { $0.value.id == form.form.id && $0.key != form.form.digest }
        return [(form.form.digest, form.definition)]
            + earlier.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    var subjectIDs: [String] { release.site.subjects.map(\.id) }
}
