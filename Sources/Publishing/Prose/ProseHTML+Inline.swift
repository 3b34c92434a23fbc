import Domain
import Theme

extension ProseHTML {
    mutating func inlines(_ parts: [Prose.Inline]) { inlines(parts, in: parts) }

    /// - Parameter whole: The paragraph they stand in.
    private mutating func inlines(_ parts: [Prose.Inline], in whole: [Prose.Inline]) {
        for part in parts { inline(part, in: whole) }
    }

    private mutating func inline(_ part: Prose.Inline, in whole: [Prose.Inline]) {
        switch part {
        case .text(let text): spelledOut(text, in: whole.plainText)
        case .emphasis(let content): element("em", content, in: whole)
        case .strong(let content): element("strong", content, in: whole)
        case .code(let text):
            html += "<code>"
            html += HTML.escape(text)
            html += "</code>"
        case .link(let destination, let content): link(destination, around: content, in: whole)
        case .image(let source, let alternative): image(source, alternative)
        case .footnote(let number): html += reference(to: number)
        case .softBreak: html += "\n"
        case .lineBreak: html += "<br>\n"
        }
    }

    private mutating func element(_ name: String, _ content: [Prose.Inline], in whole: [Prose.Inline]) {
        html += "<\(name)>"
        inlines(content, in: whole)
        html += "</\(name)>"
    }

    /// - Parameter context: The paragraph, where the words of a short form may stand already.
    mutating func spelledOut(_ text: String, in context: @autoclosure () -> String) {
        for piece in abbreviations.pieces(of: text, in: context()) {
            switch piece {
            case .text(let text): html += HTML.escape(String(text))
            case .short(let short, let words, let isExplained):
                html += "<abbr title=\"\(HTML.escape(words))\">\(HTML.escape(short))</abbr>"
                if !isExplained { html += " (\(HTML.escape(words)))" }
            }
        }
    }

    /// A link to a place of the portal, or to an address of a kind that can do no harm; otherwise the words alone.
    private mutating func link(_ destination: String, around content: [Prose.Inline], in whole: [Prose.Inline]) {
        let kind = LinkKind(destination, baseURL: baseURL)
        guard kind != .refused else { return inlines(content, in: whole) }
        let target = destination.hasPrefix("#") ? "#" + anchor(String(destination.dropFirst())) : destination
        html += "<a href=\""
        html += HTML.escape(target)
        html += kind == .outside ? "\" rel=\"external noopener noreferrer\">" : "\">"
        inlines(content, in: whole)
        html += "</a>"
    }

    private mutating func image(_ source: String, _ alternative: String) {
        let words = HTML.escape(alternative)
        guard source.hasPrefix("/"), !source.hasPrefix("//") else { return html += words }
        html += "<img src=\"\(HTML.escape(source))\" alt=\"\(words)\" loading=\"lazy\">"
    }

    private mutating func reference(to number: Int) -> String {
        let count = references[number, default: 0] + 1
        references[number] = count
        let id = count == 1 ? "cho-doc-\(number)" : "cho-doc-\(number)-\(count)"
        return "<sup><a id=\"\(id)\" href=\"#chu-thich-\(number)\" role=\"doc-noteref\">"
            + "<span class=\"dt-hidden\">Chú thích </span>\(number)</a></sup>"
    }

    /// The footnotes in order, each with a way back to where it is referred to.
    mutating func footnotes(_ notes: [[Prose.Block]]) {
        guard !notes.isEmpty else { return }
        let level = min(2 + headingShift, 6)
        html += "<section class=\"dt-footnotes\" role=\"doc-endnotes\" aria-labelledby=\"chu-thich\">\n"
        html += "<h\(level) class=\"dt-h3\" id=\"chu-thich\">Chú thích</h\(level)>\n<ol>\n"
        for (index, note) in notes.enumerated() {
            let number = index + 1
            html += "<li id=\"chu-thich-\(number)\">"
            noteBody(note)
            html += " <a href=\"#cho-doc-\(number)\" role=\"doc-backlink\">Trở lại chỗ đọc"
            html += "<span class=\"dt-hidden\"> của chú thích \(number)</span></a></li>\n"
        }
        html += "</ol>\n</section>\n"
    }

    private mutating func noteBody(_ note: [Prose.Block]) {
        if note.count == 1, case .paragraph(let content) = note[0] { inlines(content) } else { blocks(note) }
    }
}
