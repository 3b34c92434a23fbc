import Documents
import Domain
import Foundation
import Testing

@Suite("Official letters") struct LetterTests {
    let bench: Workbench

    init() throws { bench = try Workbench() }

    private static let names = (1...40).map { "\(SampleLetter.longName) số \($0)" }

    @Test(arguments: [1, 40])
    func `a letter to one or to forty has its words in order in both formats`(count: Int) throws {
        let paper = SampleLetter.paper(addressees: [Array(Self.names.prefix(count))])
        let lines = paper.plainText.split(separator: "\n").map(String.init)
        let foot = try #require(lines.last)
        let pdf = try bench.text(ofPDF: bench.draw(paper, as: .pdf))
        let words = lines.dropLast()
        #expect(pdf.holds(Array(words)).all, "\(pdf.holds(Array(words)).missing)")
        #expect(pdf.withoutSpaces.contains(foot.withoutSpaces))
        let word = try bench.word(bench.draw(paper, as: .docx)).paragraphs.joined(separator: "\n")
        #expect(word.holds(Array(words)).all, "\(word.holds(Array(words)).missing)")
    }

    @Test func `letters to several addressees are one file, each numbered from its own first page`() throws {
        let paper = SampleLetter.paper(addressees: [["Bà Một"], ["Ông Hai"], ["Ông Ba"]], paragraphs: 14)
        let path = try bench.draw(paper, as: .pdf)
        let pages = try bench.run("pdftotext", "-raw", path, "-").split(separator: "\u{c}").dropLast(0)
            .filter { !$0.allSatisfy(\.isWhitespace) }
        #expect(pages.count == 6)
        for (index, page) in pages.enumerated() {
            let isFirst = index % 2 == 0
            #expect(page.contains("Kính gửi:") == isFirst)
            #expect(page.contains("Địa chỉ: Số 1") == isFirst)
            let number = "\(index + 1)"
            let head = try bench.run(
                "pdftotext", "-f", number, "-l", number, "-x", "0", "-y", "0", "-W", "596", "-H", "56", path, "-")
            #expect(head.withoutSpaces == (isFirst ? "" : "2"))
        }
        let sections = try bench.word(bench.draw(paper, as: .docx)).sections
        #expect(sections == 3)
    }

    @Test(arguments: 10...26)
    func `the signature never leaves the last paragraph`(paragraphs: Int) throws {
        let paper = SampleLetter.paper(addressees: [["Bà Một"]], paragraphs: paragraphs, words: "Nội dung ngắn gọn.")
        let pages = try bench.run("pdftotext", "-raw", bench.draw(paper, as: .pdf), "-").split(separator: "\u{c}")
        let signed = pages.filter { $0.contains("Nguyễn Thị Mẫu") }
        #expect(signed.count == 1)
        #expect(signed.allSatisfy { $0.contains("cảm ơn Bà Một./.") && $0.contains("Nơi nhận:") })
    }
}
