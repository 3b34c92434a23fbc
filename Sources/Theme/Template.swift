import Domain
import Foundation

/// The source of one template, with what was found in it.
struct Template: Sendable {
    var name: String
    /// As shown in messages.
    var file: String
    var text: String
    var tags: [TemplateTag]

    /// What mustache reads.
    ///
    /// Indentation is there for who edits the template. Dropped, it neither weighs on the page nor gets into what
    /// stands in a `textarea`: mustache would indent every line of a partial. The line break that ends the file goes
    /// too, or a partial within a line would put a blank before the full stop.
    var flush: String {
        (text.hasSuffix("\n") ? text.dropLast() : text[...]).split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.drop { $0 == " " || $0 == "\t" || $0 == "\r" } }
            .joined(separator: "\n")
    }

    /// Names of the templates it includes or stands in.
    var uses: [String] { tags.filter { $0.kind == .partial || $0.kind == .parent }.map(\.name) }

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
