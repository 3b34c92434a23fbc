/// A Markdown file cut into its data and its text.
///
/// Both halves keep the lines of the file, with the other half left empty, so places need no offset.
struct FrontMatter {
    var yaml: String
    var body: String

    /// Nothing when the file is not cut in two; that is reported, and its text is not read: data would look like text.
    init?(of source: SourceFile) {
        guard let end = FrontMatter.end(in: source) else { return nil }
        yaml = "\n" + source.lines[1..<end].joined(separator: "\n") + "\n"
        body = String(repeating: "\n", count: end + 1) + source.lines[(end + 1)...].joined(separator: "\n")
    }

    var hasBody: Bool { body.contains { !$0.isWhitespace } }

    /// The index of the closing line.
    private static func end(in source: SourceFile) -> Int? {
        guard source.lines.first?.isFence == true else {
            source.report(.noFrontMatter, line: 1, column: 1)
            return nil
        }
        guard let end = source.lines.dropFirst().firstIndex(where: \.isFence) else {
            source.report(.openFrontMatter, line: 1, column: 1)
            return nil
        }
        return end
    }
}

extension Substring {
    fileprivate var isFence: Bool { hasPrefix("---") && dropFirst(3).allSatisfy { $0 == " " } }
}
