import Domain
import Foundation
import FoundationXML
import Publishing
import Testing

@Suite("Hostile text in a question") struct HostileTextTests {
    static let corpus = [
        "<script>alert(1)</script>", "</script><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
        "'><svg/onload=alert(1)>", "]]><!--", "<!-- --> --!>", "{{> layout}} {{{body-html}}} {{#x}}", "&lt;b&gt;&amp;",
        "javascript:alert(1)", "\u{202E}gnp.exe", "END:VEVENT\r\nBEGIN:VEVENT", "; , \\ \\n", "\u{1}\u{8}\u{B}\u{FFFE}",
        "${7*7} #{7*7} %0d%0aSet-Cookie: x=1", "=cmd|' /C calc'!A0", "\u{2028}\u{2029}",
    ]

    @Test(arguments: corpus)
    func `it stays text in HTML, JSON-LD and Atom`(text: String) throws {
        let body = Prose(blocks: [
            .paragraph([.text(text), .link(destination: text, content: [.text(text)]), .code(text)]), .code(text),
            .table(Prose.Table(alignments: [.start], head: [[.text(text)]], rows: [[[.text(text)]]])),
        ])
        var answer = try SamplePublication.answer(question: text, title: text, body: body)
        answer.summary = text
        answer.asker = text
        var publication = try SamplePublication.at("2021-12-15T09:00")
        publication.portal.answers = [answer]
        publication.approvals = [try SamplePublication.approval(of: answer)]
        publication.portal.editions[0].dialogue.place = text
        publication.portal.editions[0].dialogue.chair = text
        let files = try publication.texts()
        for (path, html) in files where path.hasSuffix(".html") {
            let scripts = html.components(separatedBy: "<script").count - 1
            let ends = html.components(separatedBy: "</script>").count - 1
            // The script of every page, facts for search engines, and on one page its own.
            #expect(scripts == ends && scripts <= (path == "site/tim-kiem/index.html" ? 3 : 2), "\(path)")
            #expect(!html.contains("<img src=x") && !html.contains("<svg/onload"), "\(path)")
            #expect(!html.contains("href=\"javascript:"), "\(path)")
        }
        for path in ["site/cap-nhat.atom", "site/linh-vuc/so-huu-tri-tue/cap-nhat.atom", "site/sitemap.xml"] {
            let parser = XMLParser(data: Data(try #require(files[path]).utf8))
            #expect(parser.parse(), "\(path): \(String(describing: parser.parserError))")
        }
        let page = try #require(files["site/doi-thoai/2021/hoi-dap/cau-hoi/index.html"])
        try Self.expectJSON(in: page)
        try Self.expectCalendar(#require(files["site/doi-thoai/2021/lich.ics"]))
        _ = try JSONSerialization.jsonObject(with: Data(try #require(files["service/release.json"]).utf8))
    }

    static func expectJSON(in page: String) throws {
        let open = try #require(page.range(of: "<script type=\"application/ld+json\">"))
        let end = try #require(page[open.upperBound...].range(of: "</script>"))
        let json = page[open.upperBound..<end.lowerBound]
        _ = try JSONSerialization.jsonObject(with: Data(json.utf8))
    }

    static func expectCalendar(_ text: String) throws {
        let lines = text.components(separatedBy: "\r\n")
        #expect(lines.last == "" && lines.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") })
        let unfolded = text.replacing("\r\n ", with: "").components(separatedBy: "\r\n")
        #expect(unfolded.count { $0 == "BEGIN:VEVENT" } == 2 && unfolded.count { $0 == "END:VEVENT" } == 2)
    }
}

@Suite("The calendar of an edition") struct CalendarTests {
    @Test func `times are UTC and words are whole after unfolding`() throws {
        let text = try #require(try SamplePublication.at("2021-11-10T09:00").texts()["site/doi-thoai/2021/lich.ics"])
        try HostileTextTests.expectCalendar(text)
        let lines = text.replacing("\r\n ", with: "").components(separatedBy: "\r\n")
        #expect(lines.first == "BEGIN:VCALENDAR" && lines.contains("VERSION:2.0"))
        #expect(lines.contains("DTSTART:20211126T070000Z") && lines.contains("DTSTART:20211120T103000Z"))
        #expect(lines.contains("SUMMARY:Đối thoại trực tiếp về thủ tục hành chính năm 2021"))
        #expect(lines.contains { $0.hasPrefix("LOCATION:") && $0.contains("tầng 2\\, Sở") })
        #expect(!text.contains("@"))
    }
}
