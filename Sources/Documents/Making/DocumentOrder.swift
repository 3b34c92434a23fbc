package import Cryptography

/// A document that is wanted: known by all it is made of, before it is made.
package struct DocumentOrder: Sendable {
    package var subject: MadeDocument.Subject
    /// ASCII file name without its ending.
    package var name: String
    /// In the order they are offered.
    package var formats: [MadeDocument.Format]
    /// Of everything the paper is made of; the program, the templates and the engine need not be in it.
    package var key: SHA256Digest
    /// Asked for only when the document has to be drawn, or its words to be read.
    package var paper: @Sendable () throws -> Paper

    package init(
        _ subject: MadeDocument.Subject, name: String, formats: [MadeDocument.Format] = [.pdf], key: SHA256Digest,
        paper: @escaping @Sendable () throws -> Paper
    ) {
        self.subject = subject
        self.name = name
        self.formats = formats
        self.key = key
        self.paper = paper
    }

    /// A document whose paper is cheap: the paper is its own key.
    package init(
        _ subject: MadeDocument.Subject, name: String, formats: [MadeDocument.Format] = [.pdf], paper: Paper
    ) throws(DocumentsError) {
        let key = SHA256Digest(of: try paper.jsonForTemplates())
        self.init(subject, name: name, formats: formats, key: key) { paper }
    }
}
