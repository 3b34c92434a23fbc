import Domain
import Foundation

/// How wide a terminal the office's listings are made for.
enum Terminal {
    static let columns = 80

    /// Whether what is written there is read by a person at a terminal who has not asked for plain text.
    ///
    /// Source: https://no-color.org
    static func takesColour(_ descriptor: Int32) -> Bool {
        let environment = ProcessInfo.processInfo.environment
        return isatty(descriptor) == 1 && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
    }
}

extension String {
    /// Its lines, wrapped at words to the width of the terminal; blank lines are left out.
    ///
    /// - Parameters:
    ///   - indent: Spaces before each line.
    ///   - hanging: More spaces before what a wrapped line is continued on.
    func wrapped(indent: Int, hanging: Int = 0) -> String {
        split(whereSeparator: \.isNewline).enumerated().flatMap { index, line in
            String(line).lines(first: indent + (index == 0 ? 0 : hanging), next: indent + hanging)
        }.joined(separator: "\n")
    }

    /// Wrapped between words, keeping the spaces inside a line; a word longer than a line stands alone.
    private func lines(first: Int, next: Int) -> [String] {
        var lines: [String] = []
        var line = String(repeating: " ", count: first)
        var isEmpty = true
        for word in split(separator: " ", omittingEmptySubsequences: false) {
            if !isEmpty, line.count + 1 + word.count > Terminal.columns {
                lines.append(line)
                line = String(repeating: " ", count: next)
                isEmpty = true
            }
            if isEmpty, word.isEmpty, !lines.isEmpty { continue }
            line += isEmpty ? String(word) : " \(word)"
            isEmpty = false
        }
        return lines + [line]
    }

    /// With spaces after it to be at least that wide; never cut.
    func padded(atLeast width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }

    /// With spaces after it, or cut with `…`, to be exactly that wide.
    func padded(to width: Int) -> String {
        count > width ? cut(to: width) : self + String(repeating: " ", count: width - count)
    }

    /// With spaces before it; never cut.
    func leftPadded(to width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }

    /// On one line of that width at most, cut at a word.
    func cut(to width: Int) -> String {
        let line = split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard line.count > width else { return line }
        let kept = line.prefix(width - 1)
        let end = kept.lastIndex(of: " ") ?? kept.endIndex
        // A long word is cut inside rather than lost.
        return (kept.distance(from: kept.startIndex, to: end) > width / 2 ? kept[..<end] : kept) + "…"
    }
}
