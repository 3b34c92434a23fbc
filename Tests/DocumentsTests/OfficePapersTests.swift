import Documents
import Domain
import Foundation
import Testing

@Suite("Papers of the office") struct OfficePapersTests {
    let bench: Workbench

    init() throws { bench = try Workbench() }

    private static let kinds = [
        "invitations", "mixed", "results", "guidance", "escalation", "hand-over", "chairs-book",
    ]

    @Test(arguments: kinds.map { ($0, 1) } + [("invitations", 40), ("escalation", 3), ("chairs-book", 4)])
    func `every word is there in order in both formats, mark-up characters as typed`(kind: String, count: Int) throws {
        let paper = try #require(SampleOffice.papers(count)[kind])
        // What stands at the foot of a page interrupts the text: letters' own, and notes.
        let apart = Set(paper.sections.flatMap { $0.footnotes.map(\.plainText) + [$0.furniture.foot] })
        let lines = paper.plainText.split(separator: "\n").map(String.init).filter { !apart.contains($0) }
        let tree = try structure(bench.draw(paper, as: .pdf, name: kind))
        let word = try bench.word(bench.draw(paper, as: .docx, name: kind)).paragraphs.joined(separator: "\n")
        let contents = Set(
            paper.sections.flatMap(\.blocks).compactMap { if case .contents(let title) = $0 { title } else { nil } })
        // In Word the navigation pane lists the headings.
        for (format, text, lines) in [("PDF", tree, lines), ("DOCX", word, lines.filter { !contents.contains($0) })] {
            let found = text.holds(lines)
            #expect(found.all, "\(format): \(found.missing)")
        }
    }

    /// The words in the order a screen reader takes them.
    private func structure(_ path: String) throws -> String {
        try bench.run("pdfinfo", "-struct-text", path).split(separator: "\n")
            .map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { $0.hasPrefix("\"") && $0.hasSuffix("\"") }.map { String($0.dropFirst().dropLast()) }
            .joined(separator: "\n")
    }

    @Test func `each letter of a file begins a page of its own, which bears no number`() throws {
        let paper = try #require(SampleOffice.papers(3)["guidance"])
        let path = try bench.draw(paper, as: .pdf)
        let pages = try bench.run("pdftotext", "-raw", path, "-").split(separator: "\u{c}").map(String.init)
            .filter { !$0.allSatisfy(\.isWhitespace) }
        let firsts = pages.indices.filter { pages[$0].contains("Kính gửi:") }
        #expect(firsts.count == 3)
        for index in pages.indices {
            let first = try #require(firsts.last { $0 <= index })
            let number = "\(index + 1)"
            let head = try bench.run(
                "pdftotext", "-f", number, "-l", number, "-x", "0", "-y", "0", "-W", "596", "-H", "56", path, "-")
            #expect(head.withoutSpaces == (index == first ? "" : "\(index - first + 1)"))
        }
    }

    @Test(arguments: ["invitations", "results", "guidance", "escalation", "hand-over"])
    func `the last paragraph ends with the mark and stays with the signature`(kind: String) throws {
        for count in [1, 3, 4] {
            let paper = try #require(SampleOffice.papers(count)[kind])
            let path = try bench.draw(paper, as: .pdf)
            let pages = try bench.run("pdftotext", "-raw", path, "-").split(separator: "\u{c}")
            let signed = pages.filter { $0.contains("Nguyễn Thị Mẫu") }
            #expect(signed.count == paper.sections.count)
            #expect(signed.allSatisfy { $0.contains("./.") && $0.contains("- Lưu: VT, VP.") }, "\(count)")
        }
    }

    @Test func `number and day are what the clerk gave, or places to write on`() throws {
        for kind in ["invitations", "results", "hand-over"] {
            let blank = try #require(SampleOffice.papers(1)[kind]).plainText
            let given = try #require(SampleOffice.papers(1, frame: SampleOffice.numbered)[kind]).plainText
            #expect(blank.contains("Thành Mẫu, ngày tháng năm ") && !blank.contains(/Số: ?\d/))
            #expect(given.contains("Thành Mẫu, ngày 03 tháng 02 năm 2021"))
        }
        let symbols = ["invitations": "05/GM-SKHCN", "results": "05/SKHCN-VP", "hand-over": "05/PC-SKHCN"]
        for (kind, number) in symbols {
            let paper = try #require(SampleOffice.papers(1, frame: SampleOffice.numbered)[kind])
            #expect(paper.plainText.contains("Số: \(number)"))
        }
    }

    @Test func `a signer who is not known leaves rules, and the file is drawn all the same`() throws {
        var frame = SampleOffice.frame
        frame.signature = Signature(authority: "", post: "", name: "")
        let paper = try #require(SampleOffice.papers(1, frame: frame)["guidance"])
        #expect(!paper.plainText.contains("GIÁM ĐỐC"))
        _ = try bench.draw(paper, as: .pdf)
        let word = try bench.word(bench.draw(paper, as: .docx))
        #expect(word.blanks.filter { $0.count == 11 }.count == 2)
    }

    @Test(
        arguments: [
            ("12", "12", nil), ("5", "05", nil), ("012", "12", nil), ("12/GM-SKHCN", "12", "GM-SKHCN"),
            ("7/QĐ-UBND", "07", "QĐ-UBND"),
        ] as [(String, String, String?)])
    func `a number is read as clerks write it`(text: String, number: String, symbol: String?) {
        let entry = ClerkEntry(number: text, day: nil)
        #expect(entry?.number == number)
        #expect(entry?.symbol == symbol)
    }

    @Test(arguments: ["", "0", "-3", "12/", "12/gm", "12 /GM", "mười", "12/GM--X", "1e3", "١٢"])
    func `what is no number is refused`(text: String) { #expect(ClerkEntry(number: text, day: nil) == nil) }

    @Test func `the words of an invitation follow the mode of the conference`() throws {
        func words(_ mode: Mode, link: String = "") -> String {
            var dialogue = SampleOffice.dialogue
            dialogue.mode = mode
            dialogue.onlineFallback = "Dịch bệnh thì trả lời trực tuyến."
            dialogue.attendanceConditions = "Đến dự thì đeo khẩu trang."
            return Paper.invitations(
                [Invitation(sender: SampleOffice.sender, registrations: [SampleOffice.number(3)])],
                to: Invitation.Occasion(dialogue: dialogue, link: link), frame: SampleOffice.frame
            ).plainText
        }
        #expect(words(.inPerson).contains("Địa điểm: Phòng họp; địa chỉ:"))
        #expect(words(.inPerson).contains("khẩu trang") && words(.inPerson).contains("Dịch bệnh"))
        #expect(!words(.inPerson).contains("Kết nối"))
        #expect(!words(.online).contains("Phòng họp") && !words(.online).contains("khẩu trang"))
        #expect(words(.online, link: "https://hop.example.vn/a").contains("Kết nối tại: https://hop.example.vn/a"))
        #expect(words(.mixed).contains("nếu dự trực tiếp") && words(.mixed).contains("nếu dự trực tuyến"))
        #expect(words(.inPerson).contains("phiếu số 2021-0003"))
    }

    @Test func `papers speak as the department does, and to the reader in one way`() throws {
        for (kind, paper) in SampleOffice.papers(2) {
            #expect(!paper.plainText.lowercased().contains("ông, bà"), "\(kind)")
        }
        let handOver = try #require(SampleOffice.papers(1)["hand-over"]).plainText
        #expect(handOver.contains("Sở chuyển ") && !handOver.contains("Văn phòng Sở chuyển"))
        let escalation = try #require(SampleOffice.papers(1)["escalation"])
        #expect(
            escalation.plainText.contains("V/v báo cáo cấp trên") && escalation.title == "Công văn báo cáo cấp trên")
        let mixed = try #require(SampleOffice.papers(1)["mixed"]).plainText
        #expect(!mixed.contains(" ."))
    }

    @Test func `under each matter of a hand-over there is a place to answer, named after the matter`() throws {
        let paper = try #require(SampleOffice.papers(3)["hand-over"])
        let word = try bench.word(bench.draw(paper, as: .docx))
        #expect(word.controls.map(\.name) == (1...3).map { "tra-loi:2021-000\($0)/1" })
        for secret in [SampleOffice.sender.name, SampleOffice.sender.address] {
            #expect(!paper.plainText.contains(secret))
        }
    }

    @Test func `the chair's book says on every page that it is internal`() throws {
        let paper = try #require(SampleOffice.papers(9)["chairs-book"])
        let path = try bench.draw(paper, as: .pdf)
        let pages = try bench.run("pdftotext", path, "-").split(separator: "\u{c}")
            .filter { !$0.allSatisfy(\.isWhitespace) }
        #expect(pages.count > 2)
        #expect(pages.allSatisfy { $0.contains(ChairsBook.mark) })
    }
}
