import Content
import Domain
import Foundation
import Publishing

/// Gives what was found in pages and in the register its place in the files an editor writes.
struct SourcePlaces {
    let content: ContentLoader
    let rule: PatternRule

    func located(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        rule.located(diagnostics.map(atMatter), reading: content.bytes)
    }

    /// Personal data in every source.
    func all() -> [Diagnostic] {
        // Contacts of the agency have a rule of their own, which says what to do about them.
        content.sourcePaths().filter { !["content/site.yaml", "content/office.yaml"].contains($0) }
            .flatMap { path in content.bytes(of: path).map { rule.check(source: path, bytes: $0) } ?? [] }
    }

    /// Warnings of personal data that no page shows yet: its page would stop a build on the day it is due.
    func unpublished(besides refused: [Diagnostic]) -> [Diagnostic] {
        let known = Set(refused.map(\.position))
        return all().filter { !known.contains($0.position) }.map { finding in
            var finding = finding
            finding.severity = .warning
            finding.problem =
                finding.problem.dropLast() + "; chưa trang nào hiện chỗ này, đến lúc hiện sẽ không phát hành được."
            return finding
        }
    }

    /// The gate knows an answer, not the line of its file that names the matter.
    private func atMatter(_ diagnostic: Diagnostic) -> Diagnostic {
        guard ["answer-not-approved", "answer-changed"].contains(diagnostic.rule),
            let bytes = content.bytes(of: diagnostic.position.file)
        else { return diagnostic }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        guard let index = lines.firstIndex(where: { $0.hasPrefix("matter:") }) else { return diagnostic }
        var placed = diagnostic
        placed.position.line = index + 1
        placed.position.column = 1
        placed.excerpt = String(lines[index])
        return placed
    }
}
