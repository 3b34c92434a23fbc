import Documents

/// A made document with everything that tests ask of it.
struct DrawnFile: Hashable {
    var subject: MadeDocument.Subject
    var name: String
    var format: MadeDocument.Format
    var pages: Int?
    var digest: String
    var bytes: [UInt8]
    var plainText: String

    init(_ made: MadeDocument) throws {
        subject = made.subject
        name = made.name
        format = made.format
        pages = made.pages
        digest = made.digest
        bytes = try made.bytes()
        plainText = try made.plainText()
    }
}
