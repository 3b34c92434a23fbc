/// A Markdown file cut into its data and its text.
///
/// Both halves keep the lines of the file, with the other half left empty, so places need no offset.
struct FrontMatter {
    var yaml: String
    var body: String

    /// Nothing when the file is not cut in two; that is reported, and its text is not read: data would look like text.
    init?(of source: SourceFile) {
        let bytes = source.text.utf8
        guard let opening = Line(at: bytes.startIndex, of: bytes), opening.isFence(in: bytes) else {
            source.report(.noFrontMatter, line: 1, column: 1)
            return nil
        }
        var line = opening
        var number = 1
        repeat {
            guard let next = Line(at: line.next, of: bytes) else {
                source.report(.openFrontMatter, line: 1, column: 1)
                return nil
            }
            line = next
            number += 1
        } while !line.isFence(in: bytes)
        yaml = "\n" + source.text[opening.next..<line.start]
        body = String(repeating: "\n", count: number) + source.text[line.next...]
    }

    var hasBody: Bool { body.utf8.contains { (0x21..<0x7F).contains($0) } || body.contains { !$0.isWhitespace } }

    /// A line of the file, as places in its bytes.
    private struct Line {
        var start: String.Index
        var end: String.Index
        /// Where the next line begins, or the end of the file.
        var next: String.Index

        /// Nothing behind the end of the last line.
        init?(at start: String.Index, of bytes: String.UTF8View) {
            guard start < bytes.endIndex else { return nil }
            self.start = start
            end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
            next = end < bytes.endIndex ? bytes.index(after: end) : end
        }

        func isFence(in bytes: String.UTF8View) -> Bool {
            let line = bytes[start..<end]
            return line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy { $0 == UInt8(ascii: " ") }
        }
    }
}
