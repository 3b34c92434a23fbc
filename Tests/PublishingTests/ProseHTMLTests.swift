import Domain
import Publishing
import Testing

@Suite("Prose as HTML") struct ProseHTMLTests {
    static func html(_ blocks: [Prose.Block], notes: [[Prose.Block]] = [], shift: Int = 0) throws -> String {
        var prose = ProseHTML(site: try SamplePublication.portal().site, headingShift: shift)
        return prose.render(Prose(blocks: blocks, footnotes: notes))
    }

    @Test func `cells of a table carry the words of their column`() throws {
        let table = Prose.Table(
            alignments: [.start, .end], head: [[.text("Loại \"A\"")], [.text("Số")]],
            rows: [[[.text("x")], [.text("1")]]])
        let html = try Self.html([.table(table)])
        #expect(html.contains("<table class=\"dt-table\">"))
        #expect(
            html.contains("<td data-label=\"Loại &quot;A&quot;\">x</td><td class=\"dt-num\" data-label=\"Số\">1</td>"))
    }

    @Test func `the first of three cells heads its row`() throws {
        let cells: [[Prose.Inline]] = [[.text("a")], [.text("b")], [.text("c")]]
        let table = Prose.Table(alignments: [.start, .start, .start], head: cells, rows: [cells])
        #expect(try Self.html([.table(table)]).contains("<tr><th scope=\"row\">a</th><td data-label=\"b\">b</td>"))
    }

    @Test func `headings keep their ids and leave out no level`() throws {
        let html = try Self.html(
            [
                .heading(level: 2, id: "mot", content: [.text("Một")]),
                .heading(level: 4, id: "hai", content: [.text("Hai")]),
            ],
            shift: 1)
        #expect(html == "<h3 id=\"mot\">Một</h3>\n<h4 id=\"hai\">Hai</h4>\n")
    }

    @Test func `a footnote has Vietnamese words and ways there and back`() throws {
        let html = try Self.html(
            [.paragraph([.text("a"), .footnote(number: 1), .text(" b"), .footnote(number: 1)])],
            notes: [[.paragraph([.text("ghi chú")])]])
        #expect(html.contains("id=\"cho-doc-1\" href=\"#chu-thich-1\"") && html.contains("id=\"cho-doc-1-2\""))
        #expect(html.contains("<li id=\"chu-thich-1\">ghi chú <a href=\"#cho-doc-1\""))
        #expect(html.contains("Chú thích"))
    }

    @Test(arguments: [
        ("TTHC và TTHC", "<abbr title=\"thủ tục hành chính\">TTHC</abbr> (thủ tục hành chính) và TTHC"),
        ("thủ tục hành chính (TTHC) gọn", "thủ tục hành chính (<abbr title=\"thủ tục hành chính\">TTHC</abbr>) gọn"),
        ("số 04/KH-SKHCN, 12/TTHC-X", "số 04/KH-SKHCN, 12/TTHC-X"),
        ("KH&CN", "<abbr title=\"khoa học và công nghệ\">KH&amp;CN</abbr> (khoa học và công nghệ)"),
    ])
    func `a short form is spelled out where it first stands`(text: String, expected: String) throws {
        #expect(try Self.html([.paragraph([.text(text)])]) == "<p>\(expected)</p>\n")
    }

    @Test func `a link elsewhere is marked, and one that could run something is only words`() throws {
        func link(_ destination: String) throws -> String {
            try Self.html([.paragraph([.link(destination: destination, content: [.text("x")])])])
        }
        #expect(try link("/lien-he/") == "<p><a href=\"/lien-he/\">x</a></p>\n")
        #expect(try link("https://vidu.vn/?a=1&b=2").contains("href=\"https://vidu.vn/?a=1&amp;b=2\" rel=\"external"))
        #expect(try !link("https://www.khcnbackan.gov.vn/x").contains("rel="))
        for bad in ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "//vidu.vn", "vbscript:x", ""] {
            #expect(try link(bad) == "<p>x</p>\n")
        }
    }

    @Test func `parts, sections and points of a plan are counted as in an official document`() throws {
        var prose = ProseHTML(site: try SamplePublication.portal().site, numbering: .official)
        let html = prose.render(
            Prose(blocks: [
                .heading(level: 2, id: "a", content: [.text("Mục đích")]),
                .heading(level: 3, id: "b", content: [.text("Yêu cầu")]),
                .list(start: nil, items: (1...5).map { [.paragraph([.text("điểm \($0)")])] }),
                .heading(level: 2, id: "c", content: [.text("Nội dung")]),
                .heading(level: 3, id: "d", content: [.text("Bước")]),
            ]))
        #expect(html.contains("<h2 id=\"a\">I. Mục đích</h2>") && html.contains("<h3 id=\"b\">1. Yêu cầu</h3>"))
        #expect(html.contains("<p>đ) điểm 5</p>"))
        #expect(html.contains("<h2 id=\"c\">II. Nội dung</h2>") && html.contains("<h3 id=\"d\">1. Bước</h3>"))
    }
}
