import Domain
package import Foundation

/// Draws papers as PDF through Typst and the templates of the theme.
package struct PDFRenderer: PaperRenderer {
    package let format = MadeDocument.Format.pdf
    private let engine: TypstEngine
    private let templates: DocumentTemplates
    private let scratch: URL

    /// - Parameter scratch: A folder to work in; made when missing, left as it was found.
    package init(engine: TypstEngine, templates: DocumentTemplates, scratch: URL) {
        self.engine = engine
        self.templates = templates
        self.scratch = scratch
    }

    package var fingerprint: String { "\(engine.fingerprint)\n\(templates.digest)" }

    package func render(_ papers: [Paper]) throws(DocumentsError) -> [RenderedPaper] {
        try render(papers, without: [])
    }

    /// - Parameter lacking: Shown as ``substitute``.
    func render(
        _ papers: [Paper], without lacking: Set<Unicode.Scalar>
    ) throws(DocumentsError) -> [RenderedPaper] {
        guard !papers.isEmpty else { return [] }
        // The name is random so that two builds never meet; it reaches no output.
        let folder = scratch.appending(path: "work-\(UUID().uuidString)", directoryHint: .isDirectory)
        try write { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
        let drawn: Result<[RenderedPaper], DocumentsError>
        do throws(DocumentsError) {
            drawn = .success(try draw(papers, without: lacking, in: folder))
        } catch {
            drawn = .failure(error)
        }
        try write { try FileManager.default.removeItem(at: folder) }
        return try drawn.get()
    }

    private func draw(
        _ papers: [Paper], without lacking: Set<Unicode.Scalar>, in folder: URL
    ) throws(DocumentsError) -> [RenderedPaper] {
        try templates.copy(to: folder)
        var jobs: [TypstEngine.Job] = []
        for (index, paper) in papers.enumerated() {
            let data = PDFRenderer.replacing(lacking, in: try paper.jsonForTemplates())
            try write { try data.write(to: folder.appending(path: "data-\(index).json")) }
            jobs.append(
                TypstEngine.Job(
                    template: "\(paper.template).typ", data: "data-\(index).json", output: "document-\(index).pdf",
                    timestamp: Int(paper.date.start.timeIntervalSince1970), document: paper.title))
        }
        try engine.compile(jobs, in: folder)
        var drawn: [RenderedPaper] = []
        for job in jobs {
            do {
                let bytes = [UInt8](try Data(contentsOf: folder.appending(path: job.output)))
                drawn.append(RenderedPaper(bytes: bytes, pages: PDFFile.pageCount(of: bytes)))
            } catch {
                throw .engineFailed(document: job.document, message: error.localizedDescription)
            }
        }
        return drawn
    }

    private func write(_ work: () throws -> Void) throws(DocumentsError) {
        do { try work() } catch { throw .cannotWrite(path: scratch.path, reason: error.localizedDescription) }
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
}
