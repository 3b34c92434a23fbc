/// Cuts the lines of Markdown into passages: without emphasis and addresses of links, each word with its place.
struct MarkdownPassages {
    private(set) var passages: [LintText] = []
    private var role = LintText.Role.paragraph
    private var bytes: [UInt8] = []
    private var pieces: [LintText.Piece] = []

    /// - Parameters:
    ///   - lines: All lines of the file.
    ///   - first: The index of the first line of the text.
    static func read(_ lines: [Substring], from first: Int) -> [LintText] {
        var reader = MarkdownPassages()
        for index in lines.indices.dropFirst(first) { reader.take(Array(lines[index].utf8), line: index + 1) }
        reader.finish()
        return reader.passages
    }

    private mutating func take(_ line: [UInt8], line number: Int) {
        var start = line.firstIndex { $0 != UInt8(ascii: " ") } ?? line.count
        while start < line.count, line[start] == UInt8(ascii: ">") {
            start += 1
            while start < line.count, line[start] == UInt8(ascii: " ") { start += 1 }
        }
        guard start < line.count else { return finish() }
        let rest = line[start...]
        if rest.first == UInt8(ascii: "|") {
            begin(.row)
            if rest.contains(where: { $0 > 0x7F || (0x30...0x7A).contains($0) && $0 != UInt8(ascii: ":") }) {
                add(rest, line: number)
            }
            finish()
        } else if let level = headingLevel(rest) {
            begin(.heading(level: level))
            add(rest.dropFirst(level), line: number)
            finish()
        } else {
            let marker = itemMarker(rest)
            if marker > 0 { begin(.item) }
            if !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
            add(rest.dropFirst(marker), line: number)
        }
    }

    private func headingLevel(_ rest: ArraySlice<UInt8>) -> Int? {
        let level = rest.prefix { $0 == UInt8(ascii: "#") }.count
        return (1...6).contains(level) && rest.dropFirst(level).first == UInt8(ascii: " ") ? level : nil
    }

    /// How many bytes mark an item of a list; none for other lines.
    private func itemMarker(_ rest: ArraySlice<UInt8>) -> Int {
        if let sign = rest.first, [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+")].contains(sign),
            rest.dropFirst().first == UInt8(ascii: " ")
        {
            return 2
        }
        let digits = rest.prefix { (0x30...0x39).contains($0) }.count
        let behind = rest.dropFirst(digits)
        guard (1...3).contains(digits), behind.first == UInt8(ascii: "."), behind.dropFirst().first == UInt8(ascii: " ")
        else { return 0 }
        return digits + 2
    }

    private mutating func begin(_ role: LintText.Role) {
        finish()
        self.role = role
    }

    private mutating func finish() {
        if !bytes.isEmpty {
            passages.append(LintText(role: role, text: String(decoding: bytes, as: UTF8.self), pieces: pieces))
        }
        bytes = []
        pieces = []
        role = .paragraph
    }

    private mutating func add(_ rest: ArraySlice<UInt8>, line: Int) {
        var index = rest.startIndex
        var runsOn = false
        while index < rest.endIndex {
            let skipped = markup(rest, at: index)
            guard skipped == 0 else {
                index += skipped
                runsOn = false
                continue
            }
            if !runsOn { pieces.append(LintText.Piece(offset: bytes.count, line: line, byte: index + 1)) }
            bytes.append(rest[index])
            runsOn = true
            index += 1
        }
    }

    /// How many bytes at `index` are no words: emphasis, brackets and the address of a link.
    private func markup(_ rest: ArraySlice<UInt8>, at index: Int) -> Int {
        switch rest[index] {
        case UInt8(ascii: "*"), UInt8(ascii: "`"): return 1
        case UInt8(ascii: "["):
            guard index + 1 < rest.endIndex, rest[index + 1] == UInt8(ascii: "^") else { return 1 }
            return (rest[index...].firstIndex(of: UInt8(ascii: "]")) ?? index) - index + 1
        case UInt8(ascii: "]"):
            guard index + 1 < rest.endIndex, rest[index + 1] == UInt8(ascii: "(") else { return 1 }
            return (rest[index...].firstIndex(of: UInt8(ascii: ")")) ?? index) - index + 1
        default: return 0
        }
    }
}
