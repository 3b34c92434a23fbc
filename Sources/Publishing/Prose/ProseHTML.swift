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

    /// What has been written of the text being rendered.
    var html = ""
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
        self.init(
            shortForms: ShortForms(site.abbreviations), baseURL: site.baseURL, numbering: numbering,
            headingShift: headingShift, reserved: reserved)
    }

    /// The same, with the short forms of the site made ready once for many pages.
    init(shortForms: ShortForms, baseURL: String, numbering: Numbering, headingShift: Int, reserved: Set<String>) {
        abbreviations = Abbreviations(shortForms)
        self.baseURL = baseURL
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
        return written {
            $0.blocks(prose.blocks)
            $0.footnotes(prose.footnotes)
        }
    }

    /// A line of text outside prose, such as a summary, with short forms spelled out.
    package mutating func line(_ text: String) -> String { written { $0.spelledOut(text, in: text) } }

    /// The id of a heading as it stands in the page: «tai-ve» is `muc-tai-ve` where the page has a `tai-ve` itself.
    package func anchor(_ id: String) -> String { reserved.contains(id) ? "muc-" + id : id }

    private mutating func written(_ write: (inout ProseHTML) -> Void) -> String {
        html = ""
        html.reserveCapacity(4_096)
        write(&self)
        defer { html = "" }
        return html
    }

    mutating func blocks(_ blocks: some Sequence<Prose.Block>) {
        for block in blocks { self.block(block) }
    }

    private mutating func block(_ block: Prose.Block) {
        switch block {
        case .heading(let level, let id, let content): heading(level: level, id: id, content: content)
        case .paragraph(let content): paragraph(content)
        case .list(let start, let items):
            if numbering == .official, start == nil { points(items) } else { list(start: start, items: items) }
        case .table(let table): self.table(table)
        case .quote(let content):
            html += "<blockquote>\n"
            blocks(content)
            html += "</blockquote>\n"
        case .note(let title, let content):
            html += "<div class=\"dt-note dt-note--warn\" role=\"note\">\n<p><strong>"
            html += HTML.escape(title)
            html += "</strong></p>\n"
            blocks(content)
            html += "</div>\n"
        case .code(let text):
            html += "<pre><code>"
            html += HTML.escape(text)
            html += "</code></pre>\n"
        case .rule: html += "<hr>\n"
        }
    }

    private mutating func paragraph(_ content: [Prose.Inline], after label: String = "") {
        html += "<p>"
        html += label
        inlines(content)
        html += "</p>\n"
    }

    private mutating func heading(level: Int, id: String, content: [Prose.Inline]) {
        // No level is left out, whatever the text does: people who listen find their way by levels.
        let shown = min(max(level, 2) + headingShift, lastLevel + 1, 6)
        lastLevel = shown
        let number = numbering == .official ? numbers.next(level: shown) : ""
        html += "<h\(shown) id=\"\(HTML.escape(anchor(id)))\">"
        html += number
        inlines(content)
        html += "</h\(shown)>\n"
    }

    private mutating func list(start: Int?, items: [[Prose.Block]]) {
        let name = start == nil ? "ul" : "ol"
        let first = start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
        html += "<\(name)\(first)>\n"
        for content in items {
            html += "<li>"
            item(content)
            html += "</li>\n"
        }
        html += "</\(name)>\n"
    }

    /// A single paragraph stands in its item without an element of its own.
    private mutating func item(_ content: [Prose.Block]) {
        let rest = content.dropFirst()
        guard case .paragraph(let line)? = content.first,
            rest.allSatisfy({ if case .list = $0 { true } else { false } })
        else { return blocks(content) }
        inlines(line)
        if !rest.isEmpty { html += "\n" }
        blocks(rest)
    }

    /// Points of an official document, lettered by the Vietnamese alphabet.
    private mutating func points(_ items: [[Prose.Block]]) {
        for (index, item) in items.enumerated() {
            let letter = index < HeadingNumbers.letters.count ? "\(HeadingNumbers.letters[index])) " : "- "
            if case .paragraph(let line)? = item.first {
                paragraph(line, after: letter)
                blocks(item.dropFirst())
            } else {
                blocks(item)
            }
        }
    }

    private mutating func table(_ table: Prose.Table) {
        let labels = table.head.map { HTML.escape($0.plainText) }
        html += "<table class=\"dt-table\">\n"
        if labels.contains(where: { !$0.isEmpty }) {
            html += "<thead><tr>"
            for (column, cell) in table.head.enumerated() {
                self.cell(cell, "<th scope=\"col\"\(alignment(table, column))>", "</th>")
            }
            html += "</tr></thead>\n"
        }
        html += "<tbody>\n"
        for row in table.rows {
            html += "<tr>"
            for (column, cell) in row.enumerated() {
                // With three columns and more, the first says what the row is about.
                if column == 0, row.count > 2, !cell.isEmpty {
                    self.cell(cell, "<th scope=\"row\">", "</th>")
                    continue
                }
                let label = column < labels.count && !labels[column].isEmpty ? labels[column] : nil
                let data = label.map { " data-label=\"\($0)\"" } ?? ""
                self.cell(cell, "<td\(alignment(table, column))\(data)>", "</td>")
            }
            html += "</tr>\n"
        }
        html += "</tbody>\n</table>\n"
    }

    private mutating func cell(_ content: [Prose.Inline], _ opening: String, _ closing: String) {
        html += opening
        inlines(content)
        html += closing
    }

    private func alignment(_ table: Prose.Table, _ column: Int) -> String {
        guard column < table.alignments.count, table.alignments[column] == .end else { return "" }
        return " class=\"dt-num\""
    }
}
