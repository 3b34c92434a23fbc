package import Domain
package import Foundation

/// A finished document to download, as Publishing needs it. Its bytes stay where they are until they are asked for.
package struct DownloadFile: Sendable {
    /// Which document of an edition it is.
    package enum Subject: String, Hashable, Sendable {
        case plan
        case form
    }

    package var subject: Subject
    /// ASCII file name with its ending; the last part of its address.
    package var name: String
    /// What people read as the link's words.
    package var title: String
    /// «PDF», «Word»: the short word on the file.
    package var label: String
    /// Bytes.
    package var size: Int
    /// SHA-256 of its bytes in hexadecimal: for people who want to check what they got, and what a build knows it by.
    package var digest: String
    /// Nothing when only the reader's program knows.
    package var pages: Int?
    /// Every word of it, for the pattern rule.
    package var words: String
    /// Its bytes; asked for only when the file is not released yet.
    package var bytes: @Sendable () throws -> Data

    package init(
        subject: Subject, name: String, title: String, label: String, size: Int, digest: String, pages: Int?,
        words: String, bytes: @escaping @Sendable () throws -> Data
    ) {
        self.subject = subject
        self.name = name
        self.title = title
        self.label = label
        self.size = size
        self.digest = digest
        self.pages = pages
        self.words = words
        self.bytes = bytes
    }
}

/// Makes the documents of an edition. Asked once for each public edition; equal input has to give equal bytes.
package protocol DocumentMaker: Sendable {
    /// The plan and the blank form, in the order they are offered.
    func documents(for edition: Edition, site: Site) throws -> [DownloadFile]
}

/// Makes none: the pages then offer no downloads.
package struct NoDocuments: DocumentMaker {
    package init() {}
    package func documents(for _: Edition, site _: Site) -> [DownloadFile] { [] }
}
