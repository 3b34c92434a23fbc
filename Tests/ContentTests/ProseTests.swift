import Domain
import Foundation
import Testing

@testable import Content

@Suite("Markdown as prose") struct ProseTests {
    /// Reads `body`, insisting that nothing is wrong with it unless `rules` are expected.
    private func read(_ body: String, rules: [String] = []) -> Passage {
        let inspection = Inspection()
        let source = SourceFile(path: "content/trang/thu.md", bytes: Data(body.utf8), inspection: inspection)
        let passage = ProseReader.read(source.text, of: source)
        #expect(inspection.diagnostics().map(\.rule) == rules)
        return passage
    }

    @Test func `paragraphs keep emphasis, code and breaks`() {
        let prose = read("Một *hai* **ba** `bốn`\nnăm\\\nsáu").prose
        #expect(
            prose.blocks == [
                .paragraph([
                    .text("Một "), .emphasis([.text("hai")]), .text(" "), .strong([.text("ba")]), .text(" "),
                    .code("bốn"), .softBreak, .text("năm"), .lineBreak, .text("sáu"),
                ])
            ])
    }

    @Test func `headings get unique ASCII anchors`() {
        let prose = read("## Đề mục\n\n### Đề mục\n\n## Đề mục\n\n## …\n").prose
        let ids = prose.blocks.map { if case .heading(_, let id, _) = $0 { id } else { "" } }
        #expect(ids == ["de-muc", "de-muc-2", "de-muc-3", "muc"])
        #expect(read("## Đề mục").anchors == ["de-muc"])
    }

    @Test func `an anchor taken by another heading's words is not given twice`() {
        #expect(read("## A\n\n## A 2\n\n## A\n").anchors == ["a", "a-2", "a-3"])
    }

    @Test func `lists nest and keep their first number`() {
        let prose = read("3. ba\n4. bốn\n   - chấm\n     - trong\n").prose
        #expect(
            prose.blocks == [
                .list(
                    start: 3,
                    items: [
                        [.paragraph([.text("ba")])],
                        [
                            .paragraph([.text("bốn")]),
                            .list(
                                start: nil,
                                items: [
                                    [
                                        .paragraph([.text("chấm")]),
                                        .list(start: nil, items: [[.paragraph([.text("trong")])]]),
                                    ]
                                ]),
                        ],
                    ])
            ])
    }

    @Test func `tables keep heads, rows and alignment`() {
        let prose = read("| Việc | Ngày | Tiền |\n|---|:-:|--:|\n| Họp | **26** | |\n").prose
        #expect(
            prose.blocks == [
                .table(
                    Prose.Table(
                        alignments: [.start, .center, .end],
                        head: [[.text("Việc")], [.text("Ngày")], [.text("Tiền")]],
                        rows: [[[.text("Họp")], [.strong([.text("26")])], []]]))
            ])
    }

    @Test func `footnotes are numbered by their references`() {
        let prose = read("Một[^b], hai[^a], lại[^b].\n\n[^a]: chú *a*\n[^b]: chú b\n\n    đoạn hai\n").prose
        #expect(
            prose.blocks == [
                .paragraph([
                    .text("Một"), .footnote(number: 1), .text(", hai"), .footnote(number: 2), .text(", lại"),
                    .footnote(number: 1), .text("."),
                ])
            ])
        #expect(
            prose.footnotes == [
                [.paragraph([.text("chú b")]), .paragraph([.text("đoạn hai")])],
                [.paragraph([.text("chú "), .emphasis([.text("a")])])],
            ])
    }

    @Test(arguments: [
        ("> **Lưu ý:** chữ", "Lưu ý"), ("> **Lưu ý**: chữ", "Lưu ý"),
        ("> **Khi dịch  phức tạp:**\n> chữ", "Khi dịch phức tạp"),
        ("> **Lưu ý:**\n>\n> chữ", "Lưu ý"),
    ]) func `a quotation that starts with bold words and a colon is a note`(body: String, title: String) {
        #expect(read(body).prose.blocks == [.note(title: title, [.paragraph([.text("chữ")])])])
    }

    @Test(arguments: ["> chữ", "> **đậm** chữ", "> *Lưu ý:* chữ", "> - mục"])
    func `another quotation stays one`(body: String) throws {
        let block = try #require(read(body).prose.blocks.first)
        guard case .quote = block else { return #expect(Bool(false), "\(block)") }
    }

    @Test func `bare addresses become links`() {
        let prose = read("Viết tới a@b.vn hoặc https://b.vn/x.").prose
        #expect(
            prose.blocks == [
                .paragraph([
                    .text("Viết tới "), .link(destination: "mailto:a@b.vn", content: [.text("a@b.vn")]),
                    .text(" hoặc "), .link(destination: "https://b.vn/x", content: [.text("https://b.vn/x")]),
                    .text("."),
                ])
            ])
    }

    @Test func `only links within the portal are handed on, with their places`() {
        let passage = read("Chữ có dấu: [A](/a/), [B](https://b.vn), [C](#c).\n\n- x\n  [D](/d/)")
        #expect(passage.links.map(\.destination) == ["/a/", "#c", "/d/"])
        #expect(passage.links.map(\.line) == [1, 1, 4])
        #expect(passage.links.map(\.column) == [13, 42, 3])
    }

    @Test(arguments: [
        ("<b>x</b>", ["raw-html", "raw-html"]), ("<!-- ẩn -->", ["raw-html"]), ("# A", ["top-heading"]),
        ("### A", ["skipped-heading"]), ("## A\n\n#### B", ["skipped-heading"]), ("[tại đây](/a/)", ["vague-link"]),
        ("[Ở ĐÂY](/a/)", ["vague-link"]), ("[](/a/)", ["empty-link"]), ("[a](b.md)", ["relative-link"]),
        ("[a](javascript:x)", ["forbidden-link"]), ("[a](//b.vn)", ["forbidden-link"]),
        ("[a](data:text/html,x)", ["forbidden-link"]), ("![x](/a.png)", ["image"]),
        ("![ ](/a.png)", ["image", "image-without-text"]), ("| a | b |\n|---|", ["broken-table"]),
        ("**mở", ["open-emphasis"]), ("[a] (/b/)", ["broken-link-syntax"]), ("a[^1]", ["unknown-footnote"]),
        ("[^1]: a", ["unused-footnote"]),
    ]) func `what may not stand in a text is named`(body: String, rules: [String]) { _ = read(body, rules: rules) }

    @Test(arguments: ["~~gạch~~", "- [ ] việc"]) func `extensions that are off stay text`(body: String) {
        #expect(read(body).prose.plainText.contains { "~[".contains($0) })
    }

    @Test(arguments: ["> ", "- ", "**a *b "]) func `deep nesting is a fault, not a crash`(opening: String) {
        let body = String(repeating: opening, count: 1_500) + "x" + String(repeating: "*c** ", count: 1_500)
        let inspection = Inspection()
        let source = SourceFile(path: "content/trang/thu.md", bytes: Data(body.utf8), inspection: inspection)
        _ = ProseReader.read(source.text, of: source)
        #expect(inspection.diagnostics().contains { $0.rule == "too-deep" || $0.rule == "open-emphasis" })
    }

    @Test func `prose is the same after packing`() throws {
        let body = """
            ## Đề mục *nghiêng*

            Một **hai** [ba](/a/) `mã` hết[^a].\\
            dòng

            > **Lưu ý:** chữ

            > trích

            3. ba
               - bốn

            | a | b | c |
            |---|:-:|--:|
            | **x** | | y |

                khối

            ---

            [^a]: chú thích
            """
        let prose = read(body).prose
        #expect(prose.blocks.count == 8 && prose.footnotes.count == 1)
        let answer = AnswerText(question: "Hỏi?", body: prose)
        let card = try #require(CivilDate(year: 2025, month: 1, day: 1)).start
        let packed = PackedAnswerText(answer)
        let holder = Answer(
            slug: "a", series: .feedback, title: "", subject: "", division: "", outcome: .answered, authority: nil,
            kind: .question, asked: .unread, asker: "", answered: .unread, published: card, summary: "",
            legalBases: [], review: nil, matter: nil, sourceDigest: "", sourcePath: "", words: packed)
        #expect(try holder.text() == answer)
    }

    @Test func `plain text holds no mark-up`() {
        #expect(read("Một **hai** [ba](/a/)\nbốn").prose.plainText == "Một hai ba bốn")
    }
}
