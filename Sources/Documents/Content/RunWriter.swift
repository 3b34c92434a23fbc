import Domain

/// Turns the inlines of Prose into runs of text.
struct RunWriter {
    /// Put before site paths.
    let baseURL: String
    /// The number of note 1 of the text in its section.
    let firstFootnote: Int
    let links: PassageWriter.Links

    /// Neighbours of the same style are one run.
    func runs(of inlines: [Prose.Inline]) -> [TextRun] {
        var result: [TextRun] = []
        append(inlines, in: TextRun(""), to: &result)
        return result
    }

    /// Text as it is, a line end as a line break.
    static func lines(_ text: String) -> [TextRun] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: true).map { [TextRun(String($0))] }
        return Array(lines.joined(separator: [TextRun.lineBreak]))
    }

    private func append(_ inlines: [Prose.Inline], in style: TextRun, to result: inout [TextRun]) {
        for inline in inlines {
            switch inline {
            case .text(let text), .code(let text): append(text, in: style, to: &result)
            case .softBreak: append(" ", in: style, to: &result)
            case .image(_, let alternative): append(alternative, in: style, to: &result)
            case .lineBreak: result.append(.lineBreak)
            case .footnote(let number): result.append(.note(number + firstFootnote - 1))
            case .emphasis(let content):
                var inner = style
                inner.emphasis = true
                append(content, in: inner, to: &result)
            case .strong(let content):
                var inner = style
                inner.strong = true
                append(content, in: inner, to: &result)
            case .link(let destination, let content):
                var inner = style
                inner.link = absolute(destination)
                append(content, in: inner, to: &result)
                if links == .spelledOut, let address = inner.link.flatMap(Self.printed) {
                    if !content.plainText.contains(address) { append(" (\(address))", in: style, to: &result) }
                }
            }
        }
    }

    private func append(_ text: String, in style: TextRun, to result: inout [TextRun]) {
        guard !text.isEmpty else { return }
        var run = style
        run.text = text.composed
        if var last = result.last, last.kind == .text, last.hasStyle(of: run) {
            last.text += run.text
            result[result.count - 1] = last
        } else {
            result.append(run)
        }
    }

    /// «www.example.gov.vn/tra-cuu», as people type it; nothing for a number, whose words are the number.
    private static func printed(_ address: String) -> String? {
        if address.hasPrefix("tel:") { return nil }
        let scheme = ["https://", "http://", "mailto:"].first { address.hasPrefix($0) } ?? ""
        let rest = address.dropFirst(scheme.count)
        return String(rest.hasSuffix("/") ? rest.dropLast() : rest)
    }

    /// Nothing for an anchor: paper has no places to jump to.
    private func absolute(_ destination: String) -> String? {
        if destination.hasPrefix("/") { return baseURL + destination }
        return destination.hasPrefix("#") ? nil : destination
    }
}

extension TextRun {
    fileprivate func hasStyle(of other: TextRun) -> Bool {
        strong == other.strong && emphasis == other.emphasis && link == other.link
    }
}
