/// Draws papers as DOCX: WordprocessingML of our own, packed by zlib.
package struct WordRenderer: PaperRenderer {
    package let format = MadeDocument.Format.docx
    package let fingerprint = ""

    package init() {}

    package func render(_ papers: [Paper]) -> [RenderedPaper] {
        papers.map { RenderedPaper(bytes: WordPackage($0).bytes, pages: nil) }
    }
}
