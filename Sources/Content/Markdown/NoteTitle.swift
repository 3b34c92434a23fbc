import Domain

/// The bold words with a colon that make a quotation a note: `> **Lưu ý:** …`.
enum NoteTitle {
    /// The title without its colon and the blocks without the title; nothing for a plain quotation.
    static func split(_ blocks: [Prose.Block]) -> (title: String, rest: [Prose.Block])? {
        guard case .paragraph(var content) = blocks.first, case .strong(let bold) = content.first else { return nil }
        var words = bold.plainText
        content.removeFirst()
        if !words.hasSuffix(":") {
            // The colon may stand behind the bold words.
            guard case .text(let text) = content.first, text.hasPrefix(":") else { return nil }
            content[0] = .text(String(text.dropFirst()))
            words += ":"
        }
        let title = words.dropLast().split(separator: " ").joined(separator: " ")
        guard !title.isEmpty else { return nil }
        let first = trimmingStart(of: content)
        return (title, (first.isEmpty ? [] : [.paragraph(first)]) + blocks.dropFirst())
    }

    private static func trimmingStart(of content: [Prose.Inline]) -> [Prose.Inline] {
        switch content.first {
        case .softBreak, .lineBreak: return trimmingStart(of: Array(content.dropFirst()))
        case .text(let text):
            let rest = text.drop { $0 == " " }
            if rest.isEmpty { return trimmingStart(of: Array(content.dropFirst())) }
            return [.text(String(rest))] + content.dropFirst()
        default: return content
        }
    }
}
