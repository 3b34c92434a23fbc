import Cryptography
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
        maker = try DocumentsMaker(
            themeDirectory: root.appending(path: "theme", directoryHint: .isDirectory), cacheDirectory: cache,
            engine: Self.engine(root: root))
    }

    /// What draws them on this machine; another one may draw other bytes.
    static func engineFingerprint(root: URL) throws -> String { try engine(root: root).fingerprint }

    private static func engine(root: URL) throws -> TypstEngine {
        try TypstEngine.located(root: root, searchPath: ProcessInfo.processInfo.environment["PATH"] ?? "")
    }

    func documents(for edition: Edition, site: Site) throws -> [DownloadFile] {
        try maker.makeAll(edition: edition, site: site).map { made in
            let subject: DownloadFile.Subject = made.subject == .form ? .form : .plan
            return DownloadFile(
                subject: subject, name: made.name, title: title(subject, made.format, of: edition),
                label: made.format.label, size: made.bytes.count, digest: SHA256Digest(of: made.bytes).description,
                pages: made.pages, words: made.plainText
            ) { Data(made.bytes) }
        }
    }

    /// Different words for different files: people who hear a list of links hear nothing else.
    private func title(_ subject: DownloadFile.Subject, _ format: MadeDocument.Format, of edition: Edition) -> String {
        let form = edition.form.title
        let title =
            switch subject {
            case .plan: edition.plan.page.title
            case .form: "Mẫu \(form.prefix(1).lowercased())\(form.dropFirst())"
            }
        return format == .docx ? "\(title), bản Word" : title
    }
}
