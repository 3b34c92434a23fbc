package import Domain
package import Foundation

extension PatternRule {
    /// Checks a file of the checkout, where its author can mend it.
    ///
    /// - Returns: One error for each finding, with line and column; what was found is covered in the excerpt too.
    package func check(source path: String, bytes: Data) -> [Diagnostic] {
        bytes.withUnsafeBytes { buffer in
            var scan = PatternScan(bytes: buffer)
            return scan.matches().filter { !allows($0) }.map { match in
                let place = SourcePlace(of: match, in: buffer)
                let masked = Self.mask(match)
                return Diagnostic(
                    .error, rule: match.kind.rule,
                    at: SourcePosition(file: path, line: place.line, column: place.column), excerpt: place.covered,
                    problem: "Có \(match.kind.label) «\(masked)» không nằm trong `public-contacts`.",
                    remedy: Self.remedy)
            }
        }
    }

    /// Gives errors found in pages the place in the file of the checkout the page was made from.
    ///
    /// - Parameters:
    ///   - diagnostics: Of a build or check; those of other rules stay as they are.
    ///   - read: The bytes of a file of the checkout; nothing when it is a folder or cannot be read.
    /// - Returns: A finding that cannot be found again in its source keeps the place in the page.
    package func located(_ diagnostics: [Diagnostic], reading read: (String) -> Data?) -> [Diagnostic] {
        let rules = Set(Kind.allCases.map(\.rule))
        let files = Set(diagnostics.filter { rules.contains($0.rule) && $0.position.line == 0 }.map(\.position.file))
        let found = Dictionary(
            uniqueKeysWithValues: files.map { file in (file, read(file).map { check(source: file, bytes: $0) } ?? []) })
        let kept = diagnostics.filter { diagnostic in
            guard rules.contains(diagnostic.rule), diagnostic.position.line == 0 else { return true }
            // Masks are compared, not numbers: none is kept.
            return found[diagnostic.position.file]?.contains {
                $0.rule == diagnostic.rule && $0.problem.contains("«\(diagnostic.excerpt)»")
            } != true
        }
        return (kept + found.values.flatMap { $0 }).sorted()
    }
}

/// The line of a match and the place in it, in characters.
private struct SourcePlace {
    let line: Int
    let column: Int
    /// The line with what was found covered, as wide as it was.
    let covered: String

    init(of match: PatternScan.Match, in bytes: UnsafeRawBufferPointer) {
        let newline = UInt8(ascii: "\n")
        let start = bytes[..<match.start].lastIndex(of: newline).map { $0 + 1 } ?? 0
        let end = bytes[match.end...].firstIndex(of: newline) ?? bytes.count
        func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        line = 1 + bytes[..<start].count { $0 == newline }
        column = text(start..<match.start).count + 1
        let found = text(match.start..<match.end)
        let cover = found.enumerated().map { index, character in
            index < 2 || index >= found.count - 2 ? character : "*"
        }
        covered = text(start..<match.start) + String(cover) + text(match.end..<end)
    }
}
