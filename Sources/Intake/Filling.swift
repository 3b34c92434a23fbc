internal import Cryptography
internal import Domain

/// A posted form, checked, with the token it came with.
struct Filling {
    let form: Snapshot.OpenForm
    /// The digest of the definition it was checked under: the one in force, or the one its token was issued for.
    let digest: String
    let definition: FormDefinition
    let checked: FormDefinition.Checked
    /// What a token for these answers has to be bound to.
    let content: ContentDigest
    let token: TokenState
    /// The field no person sees was filled in now.
    let isTrapped: Bool
    /// The button back to the form was pressed; its value names a field.
    let edit: String?

    enum TokenState {
        case none
        /// Not ours, or signed by a key no longer kept.
        case wrong
        case signed(CheckToken)
    }

    var answers: FormAnswers { checked.answers }

    var signed: CheckToken? {
        if case .signed(let token) = token { token } else { nil }
    }

    /// Whether its token was issued for exactly these answers.
    var isUnchanged: Bool { signed?.content == content }

    init(_ posted: URLEncodedForm, form: Snapshot.OpenForm, snapshot: Snapshot, keys: KeyPair) {
        var input = posted.values
        let texts = [FormControl.token, FormControl.honeypot, FormControl.edit].map { input.removeValue(forKey: $0) }
        self.form = form
        token = Self.token(texts[0], keys: keys)
        isTrapped = texts[1]?.contains { !$0.isEmpty } ?? false
        edit = texts[2]?.first
        var chosen: (revision: Snapshot.Revision, checked: FormDefinition.Checked, content: ContentDigest)?
        // A new form may have been released between check page and sending: then the token still fits the old one.
        for revision in form.revisions {
            let checked = revision.definition.check(input, subjects: snapshot.subjectIDs)
            let content = ContentDigest(form: revision.digest, answers: checked.answers)
            let fits = if case .signed(let token) = token { token.content == content } else { false }
            if chosen == nil || fits { chosen = (revision, checked, content) }
            if fits { break }
            if case .signed = token { continue }
            break
        }
        guard let chosen else { preconditionFailure("a form has at least the definition in force") }
        (digest, definition) = (chosen.revision.digest, chosen.revision.definition)
        (checked, content) = (chosen.checked, chosen.content)
    }

    private static func token(_ texts: [String]?, keys: KeyPair) -> TokenState {
        guard let texts else { return .none }
        guard texts.count == 1, let text = texts.first else { return .wrong }
        do {
            return .signed(try CheckToken(text, keys: keys))
        } catch {
            return .wrong
        }
    }
}
