/// Rows as CSV that spreadsheets in Vietnam open without being asked: UTF-8 with a byte-order mark (without one Excel
/// takes the bytes for a code page of Windows and every letter with a mark is lost), commas, CRLF.
///
/// Source: RFC 4180; OWASP, "CSV Injection".
package struct CSVText: Hashable, Sendable {
    package private(set) var text = "\u{FEFF}"

    package init() {}

    /// Adds a row.
    package mutating func add(_ cells: [String]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { text += "," }
            text += Self.quoted(Self.guarded(cell))
        }
        text += "\r\n"
    }

    /// A cell that a spreadsheet would take for a formula begins with an apostrophe, which makes it text.
    package static func guarded(_ cell: String) -> String {
        guard let first = cell.unicodeScalars.first, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first) else {
            return cell
        }
        return "'" + cell
    }

    /// In quotation marks where a comma, a quotation mark or a line end needs them.
    package static func quoted(_ cell: String) -> String {
        guard cell.utf8.contains(where: { [0x22, 0x2C, 0x0D, 0x0A].contains($0) }) else { return cell }
        return "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }
}
