import Cryptography
import Domain
import Foundation

/// What the file of an answer says by itself: it follows from path, bytes and `site.yaml`, and from nothing else.
///
/// A class, because ten thousand of them are handed about, and each is many values; it never changes.
final class AnswerFacts: Sendable {
    let file: SortedFiles.AnswerEntry
    /// The site path of its page.
    let address: String
    /// SHA-256 of the bytes in hexadecimal; nothing when they could not be read.
    let digest: String?
    /// With stand-ins for what could not be read; nothing when the file is not cut into data and text.
    let card: Answer?
    let question: String
    let findings: [Finding]
    let links: [Passage.Link]
    /// Nothing when there was no text to find any in.
    let anchors: [String]?

    init(
        _ file: SortedFiles.AnswerEntry, digest: String? = nil, card: Answer? = nil, question: String = "",
        findings: [Finding], links: [Passage.Link] = [], anchors: [String]? = nil
    ) {
        self.file = file
        address = file.series.path(of: file.slug)
        self.digest = digest
        self.card = card
        self.question = question
        self.findings = findings
        self.links = links
        self.anchors = anchors
    }

    /// From the root of the checkout.
    var path: String { file.entry.path }
}

extension AnswerFacts {
    /// Reads a file.
    convenience init(_ file: SortedFiles.AnswerEntry, bytes: [UInt8], site: Site?) {
        let inspection = Inspection()
        let source = SourceFile(path: file.entry.path, bytes: bytes, inspection: inspection)
        let digest = SHA256Digest(of: bytes).description
        var question = ""
        let reader = AnswerReader(source: source, slug: file.slug, series: file.series, site: site) { text in
            question = text.question
            return PackedAnswerText(text)
        }
        let read = reader.read(digest: digest)
        self.init(
            file, digest: digest, card: read.value, question: question, findings: inspection.findings,
            links: read.passage?.links ?? [], anchors: read.passage?.anchors.sorted())
    }

    /// A file that cannot be read.
    convenience init(unreadable file: SortedFiles.AnswerEntry) {
        let inspection = Inspection()
        inspection.add(.unreadableFile, at: SourcePosition(file: file.entry.path))
        self.init(file, findings: inspection.findings)
    }
}
