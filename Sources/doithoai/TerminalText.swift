import Domain

/// How wide a terminal the office's listings are made for.
enum Terminal {
    static let columns = 80
}

extension String {
    /// Its lines, wrapped at words to the width of the terminal, each after `indent` spaces; blank lines are left out.
    func wrapped(indent: Int) -> String {
        let margin = String(repeating: " ", count: indent)
        return split(whereSeparator: \.isNewline)
            .flatMap { String($0).lines(of: Terminal.columns - indent) }
            .map { margin + $0 }.joined(separator: "\n")
    }

    /// Wrapped at words; a word longer than a line stands alone.
    private func lines(of width: Int) -> [String] {
        var lines: [String] = []
        for word in split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }

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
