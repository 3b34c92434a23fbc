/// A text as blocks: what Markdown becomes before anything renders it.
///
/// HTML, PDF, DOCX, feed summaries and search text are all walks of this value.
package struct Prose: Hashable, Sendable, Codable {
    package var blocks: [Block]
    /// The bodies of footnotes, in the order of their references: note n is at n − 1.
    package var footnotes: [[Block]]

    package init(blocks: [Block], footnotes: [[Block]] = []) {
        self.blocks = blocks
        self.footnotes = footnotes
    }

    /// A part of a text that stands on its own lines.
    package enum Block: Hashable, Sendable, Codable {
        /// `id` is the ASCII anchor, unique within the text; `level` as written, 2…6.
        case heading(level: Int, id: String, content: [Inline])
        case paragraph([Inline])
        /// `start` is the first number of an ordered list, nothing for bullets.
        case list(start: Int?, items: [[Block]])
        case table(Table)
        case quote([Block])
        /// A passage to be noticed, with the words that introduce it: «Lưu ý».
        case note(title: String, [Block])
        case code(String)
        case rule
    }

    /// A part of a line.
    package enum Inline: Hashable, Sendable, Codable {
        case text(String)
        case emphasis([Inline])
        case strong([Inline])
        case code(String)
        /// `destination` is a site path, an anchor, or an absolute http, https or mailto address.
        case link(destination: String, content: [Inline])
        case image(source: String, alternative: String)
        /// A reference to footnote `number`, counted from 1.
        case footnote(number: Int)
        case softBreak
        case lineBreak
    }

    /// Rows of cells under a row of column heads.
    package struct Table: Hashable, Sendable, Codable {
        package enum Alignment: String, Hashable, Sendable, Codable, CaseIterable { case start, center, end }

        package var alignments: [Alignment]
        package var head: [[Inline]]
        package var rows: [[[Inline]]]

        package init(alignments: [Alignment], head: [[Inline]], rows: [[[Inline]]]) {
            self.alignments = alignments
            self.head = head
            self.rows = rows
        }
    }
}
