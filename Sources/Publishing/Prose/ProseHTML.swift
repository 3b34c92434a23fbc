package import Domain
import Theme

/// Prose as HTML: one walk for one page, so that short forms are spelled out once.
package struct ProseHTML {
    /// How parts, sections and points are counted.
    package enum Numbering: Hashable, Sendable {
        case none
        /// I. for parts, 1. for sections, a) for points, as in an official document.
        case official
    }

    var abbreviations: Abbreviations
    /// Scheme and host of the portal; links elsewhere are marked as external.
    let baseURL: String
    let numbering: Numbering
    /// Added to the levels of headings, for a text that stands under a heading of the page.
    let headingShift: Int
    /// Ids that the page itself has: headings of the text stay clear of them.
    let reserved: Set<String>
    var numbers = HeadingNumbers()
    var lastLevel: Int
    /// How often each footnote was referred to.
    var references: [Int: Int] = [:]

    /// - Parameters:
    ///   - headingShift: 0 when the text's `##` are the page's `h2`.
    ///   - reserved: Ids that the page itself has.
    package init(
        site: Site, numbering: Numbering = .none, headingShift: Int = 0, reserved: Set<String> = []
    ) {
        abbreviations = Abbreviations(site.abbreviations)
        baseURL = site.baseURL
        self.numbering = numbering
        self.headingShift = headingShift
        self.reserved = reserved
        lastLevel = 1 + headingShift
    }

    /// The text with its footnotes.
    package mutating func render(_ prose: Prose) -> String {
        references = [:]
        numbers = HeadingNumbers()
        lastLevel = 1 + headingShift
        return blocks(prose.blocks) + footnotes(prose.footnotes)
    }

    /// A line of text outside prose, such as a summary, with short forms spelled out.
    package mutating func line(_ text: String) -> String { spelledOut(text, in: text) }

    /// The id of a heading as it stands in the page: «tai-ve» is `muc-tai-ve` where the page has a `tai-ve` itself.
    package func anchor(_ id: String) -> String { reserved.contains(id) ? "muc-" + id : id }

    mutating func blocks(_ blocks: [Prose.Block]) -> String {
        var html = ""
        for block in blocks { html += self.block(block) }
        return html
    }

    private mutating func block(_ block: Prose.Block) -> String {
        switch block {
        case .heading(let level, let id, let content): return heading(level: level, id: id, content: content)
        case .paragraph(let content): return "<p>\(inlines(content))</p>\n"
        case .list(let start, let items):
            if numbering == .official, start == nil { return points(items) }
            return list(start: start, items: items)
        case .table(let table): return self.table(table)
        case .quote(let content): return "<blockquote>\n\(blocks(content))</blockquote>\n"
        case .note(let title, let content):
            return
                "<div class=\"dt-note dt-note--warn\" role=\"note\">\n<p><strong>\(HTML.escape(title))</strong></p>\n"
                + "\(blocks(content))</div>\n"
        case .code(let text): return "<pre><code>\(HTML.escape(text))</code></pre>\n"
        case .rule: return "<hr>\n"
        }
    }

    private mutating func heading(level: Int, id: String, content: [Prose.Inline]) -> String {
        // No level is left out, whatever the text does: people who listen find their way by levels.
        let shown = min(max(level, 2) + headingShift, lastLevel + 1, 6)
        lastLevel = shown
        let number = numbering == .official ? numbers.next(level: shown) : ""
        return "<h\(shown) id=\"\(HTML.escape(anchor(id)))\">\(number)\(inlines(content))</h\(shown)>\n"
    }

    private mutating func list(start: Int?, items: [[Prose.Block]]) -> String {
        let name = start == nil ? "ul" : "ol"
        let first = start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
        var html = "<\(name)\(first)>\n"
        for item in items { html += "<li>\(self.item(item))</li>\n" }
        return html + "</\(name)>\n"
    }

    /// A single paragraph stands in its item without an element of its own.
    private mutating func item(_ content: [Prose.Block]) -> String {
        guard case .paragraph(let line)? = content.first else { return blocks(content) }
        let rest = Array(content.dropFirst())
        let isTight = rest.allSatisfy { if case .list = $0 { true } else { false } }
        return isTight ? inlines(line) + (rest.isEmpty ? "" : "\n" + blocks(rest)) : blocks(content)
    }

    /// Points of an official document, lettered by the Vietnamese alphabet.
    private mutating func points(_ items: [[Prose.Block]]) -> String {
        var html = ""
        for (index, item) in items.enumerated() {
            let letter = index < HeadingNumbers.letters.count ? "\(HeadingNumbers.letters[index])) " : "- "
            if case .paragraph(let line)? = item.first {
                html += "<p>\(letter)\(inlines(line))</p>\n" + blocks(Array(item.dropFirst()))
            } else {
                html += blocks(item)
            }
        }
        return html
    }

    private mutating func table(_ table: Prose.Table) -> String {
        let labels = table.head.map(\.plainText)
        var html = "<table class=\"dt-table\">\n"
        if labels.contains(where: { !$0.isEmpty }) {
            html += "<thead><tr>"
            for (column, cell) in table.head.enumerated() {
                html += "<th scope=\"col\"\(alignment(table, column))>\(inlines(cell))</th>"
            }
            html += "</tr></thead>\n"
        }
        html += "<tbody>\n"
        for row in table.rows {
            html += "<tr>"
            for (column, cell) in row.enumerated() {
                // With three columns and more, the first says what the row is about.
                if column == 0, row.count > 2, !cell.isEmpty {
                    html += "<th scope=\"row\">\(inlines(cell))</th>"
                    continue
                }
                let label = column < labels.count && !labels[column].isEmpty ? labels[column] : nil
                let data = label.map { " data-label=\"\(HTML.escape($0))\"" } ?? ""
                html += "<td\(alignment(table, column))\(data)>\(inlines(cell))</td>"
            }
            html += "</tr>\n"
        }
        return html + "</tbody>\n</table>\n"
    }

    private func alignment(_ table: Prose.Table, _ column: Int) -> String {
        guard column < table.alignments.count, table.alignments[column] == .end else { return "" }
        return " class=\"dt-num\""
    }
}
