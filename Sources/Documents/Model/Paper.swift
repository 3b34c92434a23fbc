/// Anything that is laid out on paper.
package enum Paper: Hashable, Sendable {
    case official(OfficialDocument)
    case form(PaperForm)

    /// In the properties of the file, and where it is linked.
    package var title: String {
        switch self {
        case .official(let document): document.title
        case .form(let form): form.title
        }
    }

    /// Every line in reading order, NFC.
    package var plainText: String {
        switch self {
        case .official(let document): document.plainText
        case .form(let form): form.plainText
        }
    }
}

/// Draws papers in one file format: the seam behind which PDF and DOCX differ.
package protocol PaperRenderer: Sendable {
    var format: MadeDocument.Format { get }

    /// Equal papers give equal bytes.
    ///
    /// - Parameter name: Of the file, without its ending; for messages and intermediate files.
    func render(_ paper: Paper, name: String) throws(DocumentsError) -> RenderedPaper
}

/// What a renderer gives back.
package struct RenderedPaper: Hashable, Sendable {
    package var bytes: [UInt8]
    /// Nothing where only the reader's program knows.
    package var pages: Int?
}
