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
        #expect(lines[0] == "content/site.yaml:3:8: lỗi: Sai.")
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
}
