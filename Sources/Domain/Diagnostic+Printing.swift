extension Diagnostic: CustomStringConvertible {
    /// As printed: place, problem and rule, the line with a mark under the column, the remedy.
    package var description: String { printed(inColour: false) }

    /// - Parameter inColour: Whether to add the colours of a terminal (ECMA-48).
    package func printed(inColour: Bool) -> String {
        let paint = Paint(isOn: inColour)
        let (word, colour) = severity == .error ? ("lỗi", Paint.Colour.red) : ("cảnh báo", .yellow)
        var lines = [
            "\(paint("\(position):".showingHidden, .bold)) \(paint("\(word):", colour)) "
                + "\(problem.showingHidden) \(paint("[\(rule)]", .faint))"
        ]
        if !excerpt.isEmpty, position.line > 0 {
            let (text, column) = window
            lines.append("    \(text)")
            // A tab before the place is a tab before the mark, whatever width the terminal gives it.
            let indent = text.prefix(column).map { $0 == "\t" ? "\t" : " " }.joined()
            if position.column > 0 { lines.append("    \(indent)\(paint("^", colour))") }
        }
        lines.append("  \(paint("cách sửa:", .bold)) \(remedy.showingHidden)")
        return lines.joined(separator: "\n")
    }

    /// At most 100 characters of the line around the column, so that the mark stands under its place in a terminal,
    /// and how many characters stand before that place.
    private var window: (text: String, column: Int) {
        let line = excerpt.showingHidden
        let column = max(0, position.column - 1)
        guard line.count > 100 else { return (line, column) }
        let start = min(max(0, column - 40), line.count - 98)
        let text = line.dropFirst(start).prefix(98)
        let isCutBefore = start > 0
        let isCutAfter = start + 98 < line.count
        return ((isCutBefore ? "…" : "") + text + (isCutAfter ? "…" : ""), column - start + (isCutBefore ? 1 : 0))
    }
}

/// Colours of a terminal, or none.
private struct Paint {
    enum Colour: String {
        case bold = "1"
        case faint = "2"
        case red = "1;31"
        case yellow = "1;33"
    }

    let isOn: Bool

    func callAsFunction(_ text: String, _ colour: Colour) -> String {
        isOn ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
    }
}

extension String {
    /// The text with a replacement character for each one nobody would see: it shows where it stands, and cannot
    /// command the terminal.
    fileprivate var showingHidden: String {
        // Nearly every line has none, and walking characters is costly.
        guard unicodeScalars.contains(where: \.isHidden) else { return self }
        return String(map { $0.unicodeScalars.allSatisfy(\.isHidden) ? "\u{FFFD}" : $0 })
    }
}

extension Unicode.Scalar {
    /// Controls other than the tab, zero-width signs and direction marks.
    fileprivate var isHidden: Bool {
        switch value {
        case 0x09: false
        case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true
        default: false
        }
    }
}
