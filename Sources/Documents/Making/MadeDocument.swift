import Cryptography
import Foundation

/// A finished file to download. Its bytes stay in the cache until they are asked for.
package struct MadeDocument: Sendable {
    package enum Format: String, Hashable, Sendable, CaseIterable {
        case pdf
        case docx

        /// As people call it: «PDF», «Word».
        package var label: String {
            switch self {
            case .pdf: "PDF"
            case .docx: "Word"
            }
        }

        package var mediaType: String {
            switch self {
            case .pdf: "application/pdf"
            case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            }
        }
    }

    /// Which public document it is.
    package enum Subject: String, Hashable, Sendable, CaseIterable {
        case plan
        /// The blank registration form.
        case form
        /// The form filled in with inventions.
        case sample
        /// The notice to be posted on a board.
        case poster
        /// The dates of the edition.
        case calendar
        /// All published answers of a series.
        case answers
    }

    package let subject: Subject
    /// ASCII file name with its ending, such as `ke-hoach-doi-thoai-2021.pdf`.
    package let name: String
    package let format: Format
    /// Bytes.
    package let size: Int
    /// SHA-256 of the bytes, in hexadecimal.
    package let digest: String
    /// For DOCX those of the PDF of the same paper, which breaks its lines alike; another program may need one more.
    package let pages: Int?
    /// What is drawn, made when asked for.
    package let paper: @Sendable () throws -> Paper
    let file: URL

    /// - Throws: ``DocumentsError/damaged(path:)`` when the file is no longer what was made; it is removed, so that
    ///   the next build makes it anew.
    package func bytes() throws(DocumentsError) -> [UInt8] {
        let bytes = (try? Data(contentsOf: file)).map { [UInt8]($0) } ?? []
        guard SHA256Digest(of: bytes).description == digest else {
            // Gone already is as good.
            try? FileManager.default.removeItem(at: file)
            throw .damaged(path: file.path)
        }
        return bytes
    }

    /// Title and every line, NFC, for the rules that guard what is published.
    package func plainText() throws -> String {
        let paper = try paper()
        return "\(paper.title)\n\(paper.plainText)"
    }
}
