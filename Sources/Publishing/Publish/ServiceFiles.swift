import Cryptography
import Domain
import Foundation
import Theme

/// What the form service reads of a release: nothing secret, and nothing of `content/` but what was released.
struct ServiceFiles {
    let view: PublicView
    let context: PageContext
    let frame: PageFrame

    func products() throws -> [Product] {
        let forms = try forms()
        let chrome = frame.chrome
        var key = KeyWriter("chrome")
        key.add(frame.digest)
        var products = [
            try release(forms.map(\.entry)),
            Product(path: "service/chrome.json", key: key.key) {
                ReleasedFile(path: "service/chrome.json", bytes: try chrome.canonicalBytes())
            },
            Product(ReleasedFile(path: PublicFolder.boundaryPath, text: nextBoundary)),
        ]
        products += forms.map {
            Product(ReleasedFile(path: "service/forms/\($0.entry.digest).json", bytes: $0.bytes))
        }
        products += frame.theme.sources.map { name, text in
            Product(
                ReleasedFile(
                    path: "service/templates/\(name).mustache", text: text, source: "theme/\(name).mustache"))
        }
        return products.sorted { $0.path < $1.path }
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

    /// It names every answered matter, so it is written only when one of them changed.
    private func release(_ forms: [ServiceRelease.Form]) throws -> Product {
        let answers = view.answers.compactMap { answer in answer.matter.map { ("\($0)", answer.path) } }
        let release = ServiceRelease(
            site: view.site, isRehearsal: view.isRehearsal, dialogues: view.editions.map(\.dialogue), forms: forms,
            answers: [:])
        var key = KeyWriter("service release")
        try key.add(encoding: release)
        key.add(answers) { writer, answer in
            writer.add(answer.0)
            writer.add(answer.1)
        }
        return Product(path: "service/release.json", key: key.key) {
            var release = release
            release.answers = Dictionary(answers) { first, _ in first }
            return ReleasedFile(path: "service/release.json", bytes: try release.canonicalBytes())
        }
    }

    /// RFC 3339, or nothing when no date is ahead; a timer reads it to know when to build again.
    private var nextBoundary: String {
        view.boundary.map { VietnameseDate.machine($0.instant) + "\n" } ?? ""
    }
}
