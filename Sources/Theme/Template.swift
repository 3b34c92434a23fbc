import Domain

/// The source of one template, with what was found in it.
struct Template: Sendable {
    let name: String
    /// As shown in messages.
    let file: String
    let text: String
    let bytes: [UInt8]
    let tags: [TemplateTag]

    /// - Throws: The line of a tag that is not closed.
    init(name: String, file: String, text: String) throws(TemplateTag.UnclosedTag) {
        let bytes = Array(text.utf8)
        self.init(name: name, file: file, text: text, bytes: bytes, tags: try TemplateTag.all(in: bytes))
    }

    private init(name: String, file: String, text: String, bytes: [UInt8], tags: [TemplateTag]) {
        self.name = name
        self.file = file
        self.text = text
        self.bytes = bytes
        self.tags = tags
    }

    /// A template nothing could be read in: messages need its text all the same.
    static func unread(name: String, file: String, text: String) -> Template {
        Template(name: name, file: file, text: text, bytes: [], tags: [])
    }

    /// Names of the templates it includes or stands in.
    var uses: [String] { tags.filter { $0.kind == .partial || $0.kind == .parent }.map(\.name) }

    /// The text between two tags as written; `index` counts the tags, and behind the last stands what ends the file.
    func gap(before index: Int) -> Range<Int> {
        let from = index == 0 ? 0 : tags[index - 1].range.upperBound
        return from..<(index < tags.count ? tags[index].range.lowerBound : bytes.count)
    }

    func diagnostic(_ rule: String, at tag: TemplateTag?, _ problem: String, _ remedy: String) -> Diagnostic {
        diagnostic(rule, line: tag?.line ?? 0, column: tag?.column ?? 0, problem, remedy)
    }

    func diagnostic(_ rule: String, line: Int, column: Int = 0, _ problem: String, _ remedy: String) -> Diagnostic {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let excerpt = lines.indices.contains(line - 1) ? String(lines[line - 1]) : ""
        return Diagnostic(
            .error, rule: rule, at: SourcePosition(file: file, line: line, column: column), excerpt: excerpt,
            problem: problem, remedy: remedy)
    }
}
