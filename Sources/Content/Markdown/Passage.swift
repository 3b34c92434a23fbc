import Domain

/// A text read from Markdown, with what the checks across files need.
struct Passage: Sendable {
    var prose: Prose
    var links: [Link]
    /// The anchors a link may name.
    var anchors: Set<String>

    /// A link to a page of the portal, or to a heading of this text.
    struct Link: Hashable, Sendable {
        /// Starts with `/` or `#`.
        var destination: String
        var line: Int
        var column: Int
    }
}
