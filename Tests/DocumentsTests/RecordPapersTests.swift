import Documents
import Domain
import Foundation
import Testing

@Suite("Papers of record") struct RecordPapersTests {
    let bench: Workbench

    init() throws { bench = try Workbench() }

    @Test(
        arguments: [
            ("report", 1), ("report", 40), ("report with words", 3), ("report", 300), ("minutes", 1), ("minutes", 40),
            ("list", 1), ("list", 40),
            ("signing", 300), ("addresses", 1), ("addresses", 40), ("addresses", 300), ("names", 40), ("receipt", 1),
        ])
    func `every word is there in order in both formats, mark-up characters as typed`(kind: String, count: Int) throws {
        let paper = try SampleRecords.paper(kind, count)
        // What stands at the foot of a page interrupts the text.
        let notes = Set(paper.sections.flatMap { $0.footnotes.map(\.plainText) })
        let lines = paper.plainText.split(whereSeparator: { $0 == "\n" || $0 == "\t" }).map(String.init)
        let tree = try bench.run("pdfinfo", "-struct-text", bench.draw(paper, as: .pdf)).split(separator: "\n")
            .map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { $0.hasPrefix("\"") && $0.hasSuffix("\"") }.map { String($0.dropFirst().dropLast()) }
            .joined(separator: "\n")
        let word = try bench.word(bench.draw(paper, as: .docx)).paragraphs.joined(separator: "\n")
        for (format, text) in [("PDF", tree), ("DOCX", word)] {
            let found = text.holds(lines.filter { !$0.allSatisfy(\.isWhitespace) && !notes.contains($0) })
            #expect(found.all, "\(format): \(found.missing)")
        }
    }

    @Test func `the figures of a report add up, and those of the annex with what it leaves out`() throws {
        let text = try SampleRecords.paper("report", 40).plainText
        #expect(
            text.contains(
                "Danh mục có 40 nội dung; ngoài danh mục có 2 không thuộc đối thoại, 1 người gửi rút lại; cộng 43"))
        #expect(text.contains("Cộng\t43") && text.contains("Cộng\t21"))
        #expect(
            text.contains(
                "Trong 43 nội dung: 30 đã trả lời, 4 đã hướng dẫn, 2 không thuộc đối thoại, 1 người gửi rút lại, 6 chưa"
            ))
    }

    @Test func `a note of the office's words is at the foot of the report`() throws {
        let paper = try SampleRecords.paper("report with words", 3)
        #expect(paper.sections[0].footnotes.map(\.plainText) == ["Theo Luật Khiếu nại."])
        #expect(try bench.run("pdftotext", bench.draw(paper, as: .pdf), "-").contains("Theo Luật Khiếu nại."))
        #expect(try bench.word(bench.draw(paper, as: .docx)).footnotes.joined().contains("Theo Luật Khiếu nại."))
    }

    @Test func `a report knows when its annex was read at another moment than its figures`() {
        var report = SampleRecords.report(4)
        #expect(report.isOfOneMoment)
        report.lines.removeLast()
        #expect(!report.isOfOneMoment)
    }

    @Test func `what went elsewhere without an answer is counted with the others`() {
        var report = SampleRecords.report(40)
        report.referrals = [
            .init(outcome: .guided, authority: "Sở Mẫu", matters: 3),
            .init(outcome: .guided, authority: "", matters: 1),
        ]
        let text = Paper.report(report, frame: SampleOffice.frame).plainText
        #expect(text.contains("Nội dung đã hướng dẫn tới: Sở Mẫu (3); nơi khác (1)."))
    }

    @Test func `nothing that the clerk gives is made up`() throws {
        for kind in ["report", "minutes", "receipt"] {
            let text = try SampleRecords.paper(kind, 1).plainText
            #expect(!text.contains(/Số: ?\d/) && !text.contains(/ngày \d+ tháng \d/), "\(kind)")
        }
        #expect(try SampleRecords.paper("report", 1).plainText.contains(/Số người dự: +người\./))
        #expect(try SampleRecords.paper("minutes", 1).plainText.contains(/Thời gian bắt đầu: +giờ +phút, ngày/))
        #expect(try SampleRecords.paper("minutes", 1).plainText.contains(/kết thúc vào +giờ .* năm +\.\/\./))
    }

    @Test func `the head of the annex table stands on each of its pages`() throws {
        let paper = try SampleRecords.paper("report", 300)
        let pages = try bench.run("pdftotext", "-layout", bench.draw(paper, as: .pdf), "-").split(separator: "\u{c}")
        let annex = pages.drop { !$0.contains("DANH MỤC NỘI DUNG") }.filter { $0.contains("29/01/2021") }
        #expect(annex.count > 10)
        #expect(annex.allSatisfy { $0.contains("Lĩnh vực") && $0.contains("Ngày có") })
    }

    @Test func `labels are as many as addressees, after those that are used up`() throws {
        for (count, skipped, pages) in [(1, 0, 1), (16, 0, 1), (17, 0, 2), (10, 7, 2), (300, 0, 19)] {
            let paper = SampleRecords.labels(count, skipped: skipped)
            let drawn = try bench.run("pdfinfo", bench.draw(paper, as: .pdf))
            #expect(drawn.contains(try Regex("Pages: +\(pages)\n")), "\(count)")
        }
    }

    @Test func `a code is on a receipt only when it was given, and never in its QR code`() throws {
        let blank = try SampleRecords.paper("receipt", 1)
        let filled = try SampleRecords.receipt(code: "8P88F-Y4Q9L")
        #expect(!blank.plainText.contains("8P88F") && filled.plainText.contains("8P88F-Y4Q9L"))
        let codes = filled.sections.flatMap(\.blocks).compactMap {
            if case .code(let code) = $0 { code.text } else { nil }
        }
        #expect(codes == ["\(SampleEdition.site.baseURL)/tra-cuu/"])
    }
}

/// Papers of record with words that are long and mean something to some program.
enum SampleRecords {
    static func paper(_ kind: String, _ count: Int) throws -> Paper {
        switch kind {
        case "report": .report(report(count), frame: SampleOffice.frame)
        case "report with words": .report(report(count, words: SampleEdition.body), frame: SampleOffice.frame)
        case "minutes": .minutes(minutes(count), frame: SampleOffice.frame)
        case "list", "signing":
            .attendance(
                AttendancePaper(
                    dialogue: SampleOffice.dialogue,
                    guests: (1...count).map {
                        .init(sender: SampleOffice.sender, registrations: [SampleOffice.number($0)])
                    }), kind == "list" ? .list : .signing, agency: SampleOffice.site.agency,
                fileDay: SampleEdition.day(2021, 1, 5))
        case "names":
            .nameLabels(
                Array(repeating: SampleOffice.sender, count: count), skipped: 0, agency: SampleOffice.site.agency,
                fileDay: SampleEdition.day(2021, 1, 5))
        case "receipt": try receipt(code: "")
        default: labels(count, skipped: 0)
        }
    }

    static func labels(_ count: Int, skipped: Int) -> Paper {
        .addressLabels(
            Array(repeating: SampleOffice.sender, count: count), skipped: skipped, agency: SampleOffice.site.agency,
            fileDay: SampleEdition.day(2021, 1, 5))
    }

    static func receipt(code: String) throws -> Paper {
        try .receipt(
            ReceiptPaper(
                number: SampleOffice.number(3), reference: Reference(randomBytes: [1, 2, 3, 4, 5, 6, 7, 8]),
                receivedAt: SampleEdition.day(2021, 1, 9).at(hour: 9, minute: 5), channel: .counter, isLate: true,
                sender: SampleOffice.sender, matters: 2, code: code, answersDue: nil), site: SampleOffice.site)
    }

    private static func minutes(_ count: Int) -> MinutesPaper {
        MinutesPaper(
            dialogue: SampleOffice.dialogue,
            items: (1...count).map {
                .init(matter: SampleOffice.matter($0, answered: $0 % 2 == 0), addressed: SampleOffice.sender.addressed)
            }, began: "", ended: "", secretary: "")
    }

    static func report(_ count: Int, words: Prose? = nil) -> ReportPaper {
        var figures = SeriesFigures(series: Series(id: "2021"))
        figures.matters = count + 3
        figures.mattersByOutcome = [
            .answered: count * 3 / 4, .guided: count / 10, .excluded: 2, .withdrawn: 1,
        ]
        figures.open = figures.matters - figures.mattersByOutcome.values.reduce(0, +)
        figures.mattersBySubject = [Subject.unsure: count + 3]
        figures.mattersByDivision = ["": 1, "van-phong": count + 2]
        figures.registrationsByChannel = [.portal: 20, .post: 1]
        return ReportPaper(
            dialogue: SampleOffice.dialogue, site: SampleOffice.site,
            legalBases: SampleOffice.site.legalReferences, figures: figures, late: 1,
            countedUpTo: SampleEdition.day(2021, 2, 1).at(hour: 9, minute: 0),
            chainHead: String(repeating: "0a1b2c3d", count: 8), attended: nil, words: words,
            referrals: [.init(outcome: .guided, authority: SampleEdition.hostile, matters: 2)],
            lines: (1...count).map {
                .init(
                    channel: .post, subject: "Đo lường", question: "Câu \($0): \(SampleEdition.hostile)",
                    division: "Phòng Mẫu", outcome: Outcome.answered.label, concluded: SampleEdition.day(2021, 1, 29))
            })
    }
}
