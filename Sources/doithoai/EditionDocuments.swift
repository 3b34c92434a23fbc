import Documents
import Domain
import Foundation
import Publishing

/// Gives Publishing the documents that the room Documents makes.
struct EditionDocuments: DocumentMaker {
    private let maker: DocumentsMaker

    /// - Parameters:
    ///   - root: The checkout, which holds the theme and may hold the engine.
    ///   - cache: Kept between builds.
    init(root: URL, cache: URL) throws {
        let searchPath = ProcessInfo.processInfo.environment["PATH"] ?? ""
        maker = try DocumentsMaker(
            themeDirectory: root.appending(path: "theme", directoryHint: .isDirectory), cacheDirectory: cache,
            engine: TypstEngine.located(root: root, searchPath: searchPath))
    }

    func documents(for edition: Edition, site: Site) throws -> [DownloadFile] {
        try maker.makeAll(edition: edition, site: site).map { made in
            let subject: DownloadFile.Subject = made.subject == .form ? .form : .plan
            return DownloadFile(
                subject: subject, name: made.name, title: title(subject, of: edition), label: made.format.label,
                bytes: Data(made.bytes), pages: made.pages, words: made.plainText)
        }
    }

    private func title(_ subject: DownloadFile.Subject, of edition: Edition) -> String {
        switch subject {
        case .plan: edition.plan.page.title
        case .form: "Mẫu \(edition.form.title.prefix(1).lowercased())\(edition.form.title.dropFirst())"
        }
    }
}
