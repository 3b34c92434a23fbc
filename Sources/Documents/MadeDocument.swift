/// A finished file to download.
package struct MadeDocument: Hashable, Sendable {
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

    /// Which document of an edition it is.
    package enum Subject: String, Hashable, Sendable {
        case plan
        case form
    }

    package var subject: Subject
    /// ASCII file name with its ending, such as `ke-hoach-doi-thoai-2021.pdf`.
    package var name: String
    /// Vietnamese, as in the properties of the file.
    package var title: String
    package var format: Format
    package var bytes: [UInt8]
    /// For DOCX those of the PDF of the same paper, which breaks its lines alike; another program may need one more.
    package var pages: Int?
    /// Title and every line, NFC, for the rules that guard what is published.
    package var plainText: String
}
