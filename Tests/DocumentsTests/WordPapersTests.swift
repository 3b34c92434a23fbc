import Documents
import Domain
import Foundation
import Testing

@Suite("Papers to edit and print with Word") struct WordPapersTests {
    let bench: Workbench

    init() throws { bench = try Workbench() }

    /// What LibreOffice prints, page by page.
    private func printed(_ paper: Paper) throws -> [String] {
        let word = try bench.draw(paper, as: .docx, name: "paper")
        try bench.run(
            "soffice", "-env:UserInstallation=file://\(bench.folder.path)/profile", "--headless", "--convert-to",
            "pdf", "--outdir", bench.folder.path, word)
        return try bench.run("pdftotext", "-layout", "\(bench.folder.path)/paper.pdf", "-").split(separator: "\u{c}")
            .map(String.init).filter { !$0.allSatisfy(\.isWhitespace) }
    }

    /// One part of the file, as it is written.
    private func part(_ name: String, of paper: Paper) throws -> String {
        try bench.run("unzip", "-p", bench.draw(paper, as: .docx), "word/\(name).xml")
    }

    @Test func `a place to write on is dots, at the end of a line too`() throws {
        let groups = (0..<40).map { String(repeating: "Nhóm ", count: 10) + String(repeating: "n", count: $0) }
        var dialogue = SampleOffice.dialogue
        dialogue.attendanceGroups = groups
        let minutes = MinutesPaper(dialogue: dialogue, items: [], began: "", ended: "", secretary: "")
        let text = try printed(.minutes(minutes, frame: SampleOffice.frame)).joined()
        for group in groups {
            #expect(text.withoutSpaces.contains("\(group):………người.".withoutSpaces), "\(group)")
        }
        let plain = try part("document", of: .minutes(minutes, frame: SampleOffice.frame))
        #expect(!plain.contains("\u{A0}\u{A0}"))
    }

    @Test func `nothing in a Word file waits to be filled in by Word but the number of the page`() throws {
        let book = try #require(SampleOffice.papers(4)["chairs-book"])
        let body = try part("document", of: book)
        #expect(!body.contains("instrText") && !body.contains("MỤC LỤC"))
        #expect(body.contains("<w:pStyle w:val=\"Heading2\"/>"))
    }

    @Test func `the number of the page stands in the middle whatever mark is beside it, and a mark has its box`() throws
    {
        let book = try #require(SampleOffice.papers(9)["chairs-book"])
        let header = try part("header1", of: book)
        #expect(header.contains("<w:tab w:val=\"center\" w:leader=\"none\" w:pos=\"4677\"/>"))
        #expect(header.contains("<w:tab w:val=\"right\" w:leader=\"none\" w:pos=\"9354\"/>"))
        #expect(header.contains("<w:jc w:val=\"left\"/>"))
        let styles = try part("styles", of: book)
        let mark = try #require(styles.firstMatch(of: /<w:style [^>]*w:styleId="Mark">.*?<\/w:style>/))
        for side in ["top", "left", "bottom", "right"] { #expect(mark.0.contains("<w:\(side) w:val=\"single\"")) }
        // Whose paper it is, is no mark.
        let list = try part("document", of: SampleRecords.paper("list", 1))
        #expect(list.contains("w:val=\"Agency\"") && !list.contains("w:val=\"Mark\""))
    }

    @Test func `on minutes, a matter stays with its asker, its question and room for the answer`() throws {
        let paper = try SampleRecords.paper("minutes", 12)
        let word = try printed(paper)
        let drawn = try bench.run("pdftotext", "-layout", bench.draw(paper, as: .pdf), "-").split(separator: "\u{c}")
            .map(String.init)
        for pages in [word, drawn] {
            #expect(pages.count > 3)
            for number in 1...12 {
                let starts = pages.indices.filter { pages[$0].contains(". Nội dung \(SampleOffice.matter(number).id)") }
                let asked = pages.indices.filter { pages[$0].contains("Câu hỏi \(number): ") }
                #expect(starts == asked && starts.count == 1, "\(number)")
            }
        }
        // Four lines are one place: where a page breaks, it breaks before their label.
        for page in word.dropLast() {
            let lines = page.split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) }
            #expect(lines.last.map { !$0.contains("Trả lời và ý kiến") } ?? false)
            var run = 0
            for line in lines + [""] {
                if line.contains(/\.{40}/) {
                    run += 1
                } else {
                    #expect(run.isMultiple(of: 4) || run == 8 || run == 3)
                    run = 0
                }
            }
        }
    }

    @Test(arguments: ["chairs-book", "results", "report", "receipt"])
    func `every page of a rehearsal says that it is one, and of nothing else`(kind: String) throws {
        let paper = try SampleOffice.papers(4)[kind] ?? SampleRecords.paper(kind, 4)
        for (paper, isMarked) in [(paper.rehearsed(), true), (paper, false)] {
            let drawn = try bench.run("pdftotext", "-layout", bench.draw(paper, as: .pdf), "-").split(
                separator: "\u{c}"
            )
            .map(String.init).filter { !$0.allSatisfy(\.isWhitespace) }
            for pages in [drawn, try printed(paper)] {
                #expect(pages.allSatisfy { $0.contains(Paper.rehearsalMark) == isMarked })
                // The mark of the book stays beside it.
                #expect(kind != "chairs-book" || pages.allSatisfy { $0.contains(ChairsBook.mark) })
            }
        }
    }

    @Test func `the way to write back breaks between its parts only`() throws {
        let foot = try #require(SampleOffice.papers(1)["guidance"]).sections[0].furniture.foot
        let last = try #require(foot.split(separator: " ").last)
        #expect(last.hasPrefix("thư\u{A0}điện\u{A0}tử:\u{A0}") && last.contains("@"))
    }
}
