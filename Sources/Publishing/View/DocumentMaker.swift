package import Domain
package import Foundation

/// A finished document to download, as Publishing needs it. Its bytes stay where they are until they are asked for.
package struct DownloadFile: Sendable {
    /// Which document it is.
    package enum Subject: String, Hashable, Sendable, CaseIterable {
        case plan
        case form
        /// The form filled in with inventions.
        case sample
        /// The notice to be posted on a board.
        case poster
        case calendar
        /// All published answers of a series.
        case answers
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
    /// Every word of it, for the pattern rule; asked for only when the file is not released yet.
    package var words: @Sendable () throws -> String
    /// Its bytes; asked for only when the file is not released yet.
    package var bytes: @Sendable () throws -> Data

    package init(
        subject: Subject, name: String, title: String, label: String, size: Int, digest: String, pages: Int?,
        words: @escaping @Sendable () throws -> String, bytes: @escaping @Sendable () throws -> Data
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

/// What documents of a build are made of: only what is public at its moment.
package struct DocumentSource: Sendable {
    package struct OfEdition: Sendable {
        package var edition: Edition
        package var isNoticePublic: Bool
        package var isPlanPublic: Bool
        /// The edition's own, newest first.
        package var answers: [Answer]
    }

    package var site: Site
    package var editions: [OfEdition]
    /// Answers to feedback, newest first.
    package var feedbackAnswers: [Answer]
}

/// The documents of a build.
package struct Downloads: Sendable {
    /// By the edition's id, in the order they are offered.
    package var ofEditions: [String: [DownloadFile]]
    package var ofFeedback: [DownloadFile]

    package init(ofEditions: [String: [DownloadFile]] = [:], ofFeedback: [DownloadFile] = []) {
        self.ofEditions = ofEditions
        self.ofFeedback = ofFeedback
    }
}

/// Makes the documents of a build; asked once. Equal input has to give equal bytes.
package protocol DocumentMaker: Sendable {
    func documents(from source: DocumentSource) throws -> Downloads
}

/// Makes none: the pages then offer no downloads.
package struct NoDocuments: DocumentMaker {
    package init() {}
    package func documents(from _: DocumentSource) -> Downloads { Downloads() }
}
