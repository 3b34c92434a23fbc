import Cryptography
import Domain
import Foundation

/// What the file of an answer says by itself: it follows from path, bytes and `site.yaml`, and from nothing else.
struct AnswerFacts: Sendable {
    /// From the root of the checkout.
    var path: String
    var slug: String
    var series: AnswerSeries
    /// SHA-256 of the bytes in hexadecimal; nothing when they could not be read.
    var digest: String?
    /// With stand-ins for what could not be read; nothing when the file is not cut into data and text.
    var card: Answer?
    var question = ""
    var findings: [Finding] = []
    var links: [Passage.Link] = []
    /// Nothing when there was no text to find any in.
    var anchors: [String]?

    /// The site path of its page.
    var address: String { series.path(of: slug) }
}

extension AnswerFacts {
    /// Reads a file.
    ///
    /// - Parameter roots: Where the words are looked for when they are asked for.
    init(_ file: SortedFiles.AnswerEntry, bytes: [UInt8], site: Site?, roots: [String]) {
        let inspection = Inspection()
        let source = SourceFile(path: file.entry.path, bytes: bytes, inspection: inspection)
        let digest = SHA256Digest(of: bytes).description
        var question = ""
        let reader = AnswerReader(source: source, slug: file.slug, series: file.series, site: site) { text in
            question = text.question
            return StoredAnswerText(roots: roots, question: text.question)
        }
        let read = reader.read(digest: digest)
        self.init(
            path: file.entry.path, slug: file.slug, series: file.series, digest: digest, card: read.value,
            question: question, findings: inspection.findings, links: read.passage?.links ?? [],
            anchors: read.passage?.anchors.sorted())
    }

    /// A file that cannot be read.
    init(unreadable file: SortedFiles.AnswerEntry) {
        let inspection = Inspection()
        inspection.add(.unreadableFile, at: SourcePosition(file: file.entry.path))
        self.init(path: file.entry.path, slug: file.slug, series: file.series, findings: inspection.findings)
    }
}
