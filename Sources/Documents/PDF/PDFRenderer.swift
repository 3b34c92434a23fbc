import Cryptography
import Domain
import Foundation

/// Draws papers as PDF through Typst and the templates of the theme.
///
/// What was drawn once is kept under a digest of data, templates, font and engine, so an unchanged paper starts nothing.
package struct PDFRenderer: PaperRenderer {
    package let format = MadeDocument.Format.pdf
    private let engine: TypstEngine
    private let templates: DocumentTemplates
    private let cache: DocumentCache

    package init(engine: TypstEngine, templates: DocumentTemplates, cache: DocumentCache) {
        self.engine = engine
        self.templates = templates
        self.cache = cache
    }

    package func render(_ paper: Paper, name: String) throws(DocumentsError) -> RenderedPaper {
        let data = try paper.json()
        let key = SHA256Digest(
            of: [engine.fingerprint, templates.digest, SHA256Digest(of: data).description].joined(separator: "\n"))
        let bytes = try cache.bytes(name: "\(name).pdf", digest: key.description) { () throws(DocumentsError) in
            try draw(paper, data: data)
        }
        return RenderedPaper(bytes: bytes, pages: PDFFile.pageCount(of: bytes))
    }

    private func draw(_ paper: Paper, data: Data) throws(DocumentsError) -> [UInt8] {
        try cache.withWorkFolder { folder throws(DocumentsError) in
            try templates.copy(to: folder)
            let output = folder.appending(path: "document.pdf")
            do {
                try data.write(to: folder.appending(path: "data.json"))
            } catch {
                throw .cannotWrite(path: folder.path, reason: error.localizedDescription)
            }
            try engine.compile(
                in: folder, template: "\(paper.template).typ", data: "data.json", to: output,
                timestamp: Int(paper.date.start.timeIntervalSince1970), document: paper.title)
            do {
                return [UInt8](try Data(contentsOf: output))
            } catch {
                throw .engineFailed(document: paper.title, message: error.localizedDescription)
            }
        }
    }
}

/// What can be told from the bytes of a PDF.
package enum PDFFile {
    /// The number of pages, from the metadata packet; nothing when it is not stated.
    package static func pageCount(of bytes: [UInt8]) -> Int? {
        let data = Data(bytes)
        guard let start = data.range(of: Data("<xmpTPg:NPages>".utf8)),
            let end = data.range(of: Data("<".utf8), in: start.upperBound..<data.endIndex)
        else { return nil }
        return Int(String(decoding: data[start.upperBound..<end.lowerBound], as: UTF8.self))
    }

    /// Whether the bytes begin and end as a whole PDF does.
    static func isWhole(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: Array("%PDF-".utf8)) && bytes.suffix(16).containsEndMark
    }
}

extension Collection<UInt8> {
    fileprivate var containsEndMark: Bool { String(decoding: self, as: UTF8.self).contains("%%EOF") }
}
