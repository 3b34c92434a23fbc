/// A stretch of a paragraph in one style; its text is shown as it is, never read as mark-up.
package struct TextRun: Hashable, Sendable, Encodable {
    package enum Kind: String, Hashable, Sendable, Encodable {
        case text
        /// A line end within the paragraph.
        case lineBreak = "break"
        /// The mark of a note at the foot of the page.
        case note
        /// A ruled place that someone fills in by hand.
        case gap
    }

    package var kind: Kind
    /// NFC; empty for what is not text.
    package var text: String
    package var strong: Bool
    package var emphasis: Bool
    /// An absolute http, https or mailto address.
    package var link: String?
    /// The number of the note, counted from 1.
    package var note: Int?
    /// Of a gap, in millimetres.
    package var width: Double?

    package init(_ text: String, strong: Bool = false, emphasis: Bool = false, link: String? = nil) {
        kind = .text
        self.text = text.composed
        self.strong = strong
        self.emphasis = emphasis
        self.link = link
    }

    private init(kind: Kind, note: Int?) {
        self.init("")
        self.kind = kind
        self.note = note
    }

    package static let lineBreak = TextRun(kind: .lineBreak, note: nil)
    package static func note(_ number: Int) -> TextRun { TextRun(kind: .note, note: number) }

    /// - Parameter width: Millimetres.
    package static func gap(_ width: Double) -> TextRun {
        var run = TextRun(kind: .gap, note: nil)
        run.width = width
        return run
    }
}

extension [TextRun] {
    /// The words of a paragraph, a line end and a gap as a space.
    package var plainText: String {
        map { $0.kind == .lineBreak || $0.kind == .gap ? " " : $0.text }.joined()
    }
}
