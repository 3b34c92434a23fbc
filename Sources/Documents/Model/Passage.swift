/// A numbered or plain paragraph, or a table, of an official document: Prose with the numbering of the decree.
package struct Passage: Hashable, Sendable, Encodable {
    package enum Kind: String, Hashable, Sendable, Encodable {
        /// «I. MỤC ĐÍCH, YÊU CẦU»
        case part
        /// «1. Mục đích»
        case section
        /// «1.1. …»
        case subsection
        case paragraph
        /// «a) …»
        case point
        /// «- …» and deeper.
        case dash
        /// «Lưu ý: …»
        case note
        case quote
        case table
    }

    package struct Table: Hashable, Sendable, Encodable {
        package var head: [[TextRun]]
        package var rows: [[[TextRun]]]
    }

    package var kind: Kind
    /// Such as `I.`, `a)` or `Lưu ý:`; empty for none.
    package var label: String
    package var runs: [TextRun]
    package var table: Table?

    package init(_ kind: Kind, label: String = "", _ runs: [TextRun], table: Table? = nil) {
        self.kind = kind
        self.label = label
        self.runs = runs
        self.table = table
    }

    /// As one reads it: label and words; a table row by row, cells apart by a tab.
    package var plainText: String {
        if let table {
            let rows = [table.head] + table.rows
            return rows.map { $0.map(\.plainText).joined(separator: "\t") }.joined(separator: "\n")
        }
        return label.isEmpty ? runs.plainText : "\(label) \(runs.plainText)"
    }
}
