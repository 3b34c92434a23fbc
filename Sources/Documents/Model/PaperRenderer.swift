/// Draws papers in one file format: the seam behind which PDF and DOCX differ.
package protocol PaperRenderer: Sendable {
    var format: MadeDocument.Format { get }

    /// What the bytes depend on beside the paper and the program: templates, engine, font. Starts nothing.
    var fingerprint: String { get }

    /// Draws all of them in one run, in order. Equal papers give equal bytes.
    func render(_ papers: [Paper]) throws(DocumentsError) -> [RenderedPaper]
}

extension PaperRenderer {
    /// Draws one.
    package func render(_ paper: Paper) throws(DocumentsError) -> RenderedPaper { try render([paper])[0] }
}

/// What a renderer gives back.
package struct RenderedPaper: Hashable, Sendable {
    package var bytes: [UInt8]
    /// Nothing where only the reader's program knows.
    package var pages: Int?
}
