/// Draws papers as DOCX: WordprocessingML of our own, packed by zlib.
package struct WordRenderer: PaperRenderer {
    package let format = MadeDocument.Format.docx

    package init() {}

    package func render(_ paper: Paper, name: String) throws(DocumentsError) -> RenderedPaper {
        let package =
            switch paper {
            case .official(let document):
                WordPackage(
                    title: document.title, author: document.author, language: document.language,
                    date: document.date, body: WordBody(document), footnotes: document.footnotes)
            case .form(let form):
                WordPackage(
                    title: form.title, author: form.author, language: form.language, date: form.date,
                    body: WordBody(form), footnotes: [])
            }
        return RenderedPaper(bytes: package.bytes, pages: nil)
    }
}
