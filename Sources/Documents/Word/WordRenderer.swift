/// Draws papers as DOCX: WordprocessingML of our own, packed by zlib.
package struct WordRenderer: PaperRenderer {
    package let format = MadeDocument.Format.docx

    package init() {}

    package func render(_ paper: Paper, name: String) throws(DocumentsError) -> RenderedPaper {
        let package = WordPackage(paper)
        return RenderedPaper(bytes: package.bytes, pages: nil)
    }
}
