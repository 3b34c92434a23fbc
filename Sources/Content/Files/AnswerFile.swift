import Cryptography
package import Domain
package import Foundation

/// One answer file on its own: what the office drafts and approves.
package enum AnswerFile {
    /// An answer, or why it could not be read.
    package struct Parsed: Hashable, Sendable {
        /// Nothing when there was an error.
        package var answer: Answer?
        /// Sorted; errors and warnings.
        package var diagnostics: [Diagnostic]
    }

    /// Reads one answer by the rules of the whole: all but those that need the other files, such as broken links.
    ///
    /// - Parameters:
    ///   - path: Where the file stands or will stand, from the root of the checkout; it gives slug and series.
    ///   - today: The day reviews and legal references are judged by; nothing leaves those warnings out.
    package static func parse(bytes: Data, path: String, site: Site, today: CivilDate? = nil) -> Parsed {
        let inspection = Inspection()
        let source = SourceFile(path: path, bytes: bytes, inspection: inspection)
        guard case .answer(let slug, let series) = ContentPath(path) else {
            source.report(.unexpectedFile(like: nil))
            return Parsed(answer: nil, diagnostics: inspection.diagnostics(on: today))
        }
        let answer = AnswerReader(source: source, slug: slug, series: series, site: site, words: { $0 })
            .read(digest: SHA256Digest(of: bytes).description).value
        return Parsed(answer: inspection.hasErrors ? nil : answer, diagnostics: inspection.diagnostics(on: today))
    }
}
