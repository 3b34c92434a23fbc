import Domain
import Theme

extension ProseHTML {
    mutating func inlines(_ parts: [Prose.Inline]) -> String {
        inlines(parts, in: parts.plainText)
    }

    private mutating func inlines(_ parts: [Prose.Inline], in context: String) -> String {
        var html = ""
        for part in parts { html += inline(part, in: context) }
        return html
    }

    private mutating func inline(_ part: Prose.Inline, in context: String) -> String {
        switch part {
        case .text(let text): return spelledOut(text, in: context)
        case .emphasis(let content): return "<em>\(inlines(content, in: context))</em>"
        case .strong(let content): return "<strong>\(inlines(content, in: context))</strong>"
        case .code(let text): return "<code>\(HTML.escape(text))</code>"
        case .link(let destination, let content):
            return link(destination, around: inlines(content, in: context))
        case .image(let source, let alternative):
            guard source.hasPrefix("/"), !source.hasPrefix("//") else { return HTML.escape(alternative) }
            return "<img src=\"\(HTML.escape(source))\" alt=\"\(HTML.escape(alternative))\" loading=\"lazy\">"
        case .footnote(let number): return reference(to: number)
        case .softBreak: return "\n"
        case .lineBreak: return "<br>\n"
        }
    }

    mutating func spelledOut(_ text: String, in context: String) -> String {
        abbreviations.pieces(of: text, in: context).map { piece in
            switch piece {
            case .text(let text): return HTML.escape(text)
            case .short(let short, let words, let isExplained):
                let mark = "<abbr title=\"\(HTML.escape(words))\">\(HTML.escape(short))</abbr>"
                return isExplained ? mark : "\(mark) (\(HTML.escape(words)))"
            }
        }.joined()
    }

    /// A link to a place of the portal, or to an address of a kind that can do no harm; otherwise the words alone.
    private func link(_ destination: String, around words: String) -> String {
        let target = destination.hasPrefix("#") ? "#" + anchor(String(destination.dropFirst())) : destination
        let address = HTML.escape(target)
        switch LinkKind(destination, baseURL: baseURL) {
        case .inside: return "<a href=\"\(address)\">\(words)</a>"
        case .outside: return "<a href=\"\(address)\" rel=\"external noopener noreferrer\">\(words)</a>"
        case .refused: return words
        }
    }

    private mutating func reference(to number: Int) -> String {
        let count = references[number, default: 0] + 1
        references[number] = count
        let id = count == 1 ? "cho-doc-\(number)" : "cho-doc-\(number)-\(count)"
        return "<sup><a id=\"\(id)\" href=\"#chu-thich-\(number)\" role=\"doc-noteref\">"
            + "<span class=\"dt-hidden\">Chú thích </span>\(number)</a></sup>"
    }

    /// The footnotes in order, each with a way back to where it is referred to.
    mutating func footnotes(_ notes: [[Prose.Block]]) -> String {
        guard !notes.isEmpty else { return "" }
        let level = min(2 + headingShift, 6)
        var html = "<section class=\"dt-footnotes\" role=\"doc-endnotes\" aria-labelledby=\"chu-thich\">\n"
        html += "<h\(level) class=\"dt-h3\" id=\"chu-thich\">Chú thích</h\(level)>\n<ol>\n"
        for (index, note) in notes.enumerated() {
            let number = index + 1
            let back =
                "<a href=\"#cho-doc-\(number)\" role=\"doc-backlink\">Trở lại chỗ đọc"
                + "<span class=\"dt-hidden\"> của chú thích \(number)</span></a>"
            html += "<li id=\"chu-thich-\(number)\">\(noteBody(note)) \(back)</li>\n"
        }
        return html + "</ol>\n</section>\n"
    }

    private mutating func noteBody(_ note: [Prose.Block]) -> String {
        if note.count == 1, case .paragraph(let content) = note[0] { return inlines(content) }
        return blocks(note)
    }
}
