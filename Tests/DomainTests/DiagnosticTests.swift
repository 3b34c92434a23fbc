import Domain
import Testing

@Suite("Printing a diagnostic") struct DiagnosticTests {
    private func printed(_ excerpt: String, column: Int) -> [Substring] {
        let position = SourcePosition(file: "content/site.yaml", line: 3, column: column)
        let diagnostic = Diagnostic(
            .error, rule: "x", at: position, excerpt: excerpt, problem: "Sai.", remedy: "Sửa.")
        return diagnostic.description.split(separator: "\n")
    }

    @Test func `the mark stands under the column`() {
        let lines = printed("title: Cổng", column: 8)
        #expect(lines[0] == "content/site.yaml:3:8: lỗi: Sai. [x]")
        #expect(lines[1] == "    title: Cổng")
        #expect(lines[2] == "           ^")
        #expect(lines[3] == "  cách sửa: Sửa.")
    }

    @Test(arguments: [1, 30, 60, 250, 399, 400]) func `a long line is cut around the column`(column: Int) throws {
        let letters = (0..<400).map { $0 == column - 1 ? "Đ" : "a" }.joined()
        let lines = printed(letters, column: column)
        #expect(lines[1].count <= 104)
        let mark = try #require(lines[2].firstIndex(of: "^"))
        let offset = lines[2].distance(from: lines[2].startIndex, to: mark)
        #expect(lines[1][lines[1].index(lines[1].startIndex, offsetBy: offset)] == "Đ")
    }

    @Test func `a place without a column gets no mark, one without a line no excerpt`() {
        #expect(printed("title: Cổng", column: 0).count == 3)
        let place = SourcePosition(file: "content/a.md")
        let diagnostic = Diagnostic(.warning, rule: "x", at: place, excerpt: "09**78", problem: "Sai.", remedy: "Sửa.")
        #expect(diagnostic.description == "content/a.md: cảnh báo: Sai. [x]\n  cách sửa: Sửa.")
    }

    @Test func `tabs before the place are tabs before the mark`() {
        #expect(printed("\ta:\tb", column: 5)[2] == "    \t  \t^")
    }

    @Test func `what nobody sees is shown, and commands no terminal`() {
        let lines = printed("a\u{1B}[2J\u{200B}b", column: 2)
        #expect(lines[1] == "    a\u{FFFD}[2J\u{FFFD}b")
    }

    @Test func `colours go round the words, not into them`() {
        let diagnostic = Diagnostic(
            .error, rule: "x", at: SourcePosition(file: "a.md", line: 1, column: 1), excerpt: "b", problem: "Sai.",
            remedy: "Sửa.")
        let coloured = diagnostic.printed(inColour: true)
        #expect(coloured.contains("\u{1B}[1;31mlỗi:\u{1B}[0m Sai."))
        #expect(coloured.replacing(/\x1B\[[0-9;]*m/, with: "") == diagnostic.description)
    }
}
