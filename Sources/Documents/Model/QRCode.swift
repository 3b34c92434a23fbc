import CQRCode

/// An address as a square of dots that a telephone reads, with the words beside it.
package struct QRCode: Hashable, Sendable, Encodable {
    /// What it holds, printed beside it for people without a telephone.
    package var text: String
    package var caption: String
    /// Rows of `1` (dark) and `0`, without the quiet zone.
    package var rows: [String]

    /// - Parameter text: An address; ASCII, so that every reader shows it right.
    /// - Throws: ``DocumentsError/codeTooLong(_:)`` for more than a code holds.
    package init(_ text: String, caption: String) throws(DocumentsError) {
        self.text = text.composed
        self.caption = caption.composed
        let bytes = Array(self.text.utf8)
        // Level M: a tenth of the dots may be soiled or folded, and it is read nevertheless.
        guard let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M) else { throw .codeTooLong(text) }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        guard let data = code.pointee.data else { throw .codeTooLong(text) }
        rows = (0..<width).map { row in
            // The lowest bit of each byte says dark; the others are the library's own.
            String((0..<width).map { data[row * width + $0] & 1 == 1 ? "1" : "0" })
        }
    }
}
