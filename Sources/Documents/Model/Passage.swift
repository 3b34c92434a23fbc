package import Domain

/// A numbered or plain paragraph, a list or a table of the body: Prose with the numbering of the decree.
package struct Passage: Hashable, Sendable, Encodable {
    package enum Kind: String, Hashable, Sendable, Encodable {
        /// «I. MỤC ĐÍCH, YÊU CẦU»
        case part
        /// «1. Mục đích»
        case section
        /// «1.1. …»
        case subsection
        case paragraph
        /// A legal basis: «Căn cứ …;»
        case basis
        /// «Lưu ý: …»
        case note
        case quote
        /// Points «a) …», «- …»
        case list
        case table
    }

    /// A point of a list with all that belongs to it.
    package struct Item: Hashable, Sendable, Encodable {
        /// «a)», «-».
        package var label: String
        package var passages: [Passage]

        package init(label: String, passages: [Passage]) {
            self.label = label
            self.passages = passages
        }
    }

    package struct Table: Hashable, Sendable, Encodable {
        package struct Column: Hashable, Sendable, Encodable {
            /// A share of the width: 2 is twice as wide as 1.
            package var share: Double
            package var alignment: Prose.Table.Alignment

            package init(share: Double = 1, alignment: Prose.Table.Alignment = .start) {
                self.share = share
                self.alignment = alignment
            }
        }

        package var columns: [Column]
        package var head: [[TextRun]]
        package var rows: [[[TextRun]]]
        /// Millimetres a row has at least, to write in; nothing for the height of its words.
        package var rowHeight: Double?

        package init(columns: [Column], head: [[TextRun]], rows: [[[TextRun]]], rowHeight: Double? = nil) {
            self.columns = columns
            self.head = head
            self.rows = rows
            self.rowHeight = rowHeight
        }
    }

    package var kind: Kind
    /// Such as `I.` or `Lưu ý:`; empty for none.
    package var label: String
    package var runs: [TextRun]
    /// Of a list.
    package var items: [Item]
    package var table: Table?
    /// Whether it stays on the page of what follows; headings do anyway.
    package var staysWithNext = false

    package init(
        _ kind: Kind, label: String = "", _ runs: [TextRun] = [], items: [Item] = [], table: Table? = nil
    ) {
        self.kind = kind
        self.label = label
        self.runs = runs
        self.items = items
        self.table = table
    }

    /// A plain paragraph.
    package static func paragraph(_ words: String) -> Passage { Passage(.paragraph, [TextRun(words)]) }

    /// As one reads it: label and words; a table row by row, cells apart by a tab.
    var lines: [String] {
        switch kind {
        case .table:
            let rows = table.map { [$0.head] + $0.rows } ?? []
            return rows.map { $0.map(\.plainText).joined(separator: "\t") }
        case .list:
            return items.flatMap { item in
                let lines = item.passages.flatMap(\.lines)
                return ["\(item.label) \(lines.first ?? "")"] + lines.dropFirst()
            }
        default: return [label.isEmpty ? runs.plainText : "\(label) \(runs.plainText)"]
        }
    }
}
