import Cryptography
import Domain
import Foundation
import Theme

/// What the form service reads of a release: nothing secret, and nothing of `content/` but what was released.
struct ServiceFiles {
    let view: PublicView
    let chrome: Chrome
    let theme: Theme

    func files() throws -> [ReleasedFile] {
        let forms = try forms()
        var files = [
            ReleasedFile(path: "service/release.json", bytes: try release(forms).canonicalBytes()),
            ReleasedFile(path: "service/chrome.json", bytes: try chrome.canonicalBytes()),
            ReleasedFile(path: "service/next-boundary.txt", text: nextBoundary),
        ]
        files += forms.map { ReleasedFile(path: "service/forms/\($0.entry.digest).json", bytes: $0.bytes) }
        files += theme.sources.map { name, text in
            ReleasedFile(path: "service/templates/\(name).mustache", text: text, source: "theme/\(name).mustache")
        }
        return files.sorted { $0.path < $1.path }
    }

    private typealias Form = (entry: ServiceRelease.Form, bytes: Data)

    private func forms() throws -> [Form] {
        let editions = try view.editions.map { edition in
            try form(edition.edition.form, page: edition.formPath, dialogue: edition.dialogue.id)
        }
        return editions + [try form(view.feedback.form, page: PageMaker.feedback.href, dialogue: nil)]
    }

    private func form(_ definition: FormDefinition, page: String, dialogue: String?) throws -> Form {
        let bytes = try definition.canonicalBytes()
        let digest = SHA256Digest(of: bytes).description
        return (ServiceRelease.Form(id: definition.id, digest: digest, page: page, dialogue: dialogue), bytes)
    }

    private func release(_ forms: [Form]) -> ServiceRelease {
        let answers = view.answers.compactMap { answer in answer.matter.map { ("\($0)", answer.path) } }
        return ServiceRelease(
            site: view.site, isRehearsal: view.isRehearsal, dialogues: view.editions.map(\.dialogue),
            forms: forms.map(\.entry), answers: Dictionary(answers) { first, _ in first })
    }

    /// RFC 3339, or nothing when no date is ahead; a timer reads it to know when to build again.
    private var nextBoundary: String {
        view.boundary.map { VietnameseDate.machine($0.instant) + "\n" } ?? ""
    }
}
