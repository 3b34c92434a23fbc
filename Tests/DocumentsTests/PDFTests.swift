import Documents
import Domain
import Foundation
import Testing

@Suite("Documents as PDF") struct PDFTests {
    let bench: Workbench
    let plan: DrawnFile
    let form: DrawnFile

    init() throws {
        bench = try Workbench()
        let made = try bench.make(SampleEdition.edition())
        plan = try #require(made["ke-hoach-doi-thoai-2021.pdf"])
        form = try #require(made["phieu-dang-ky-doi-thoai-2021.pdf"])
    }

    @Test func `the text is that of the document, in order, NFC, mark-up characters as typed`() throws {
        for document in [plan, form] {
            // The first line is the title, which is a property of the file; the note stands at the foot of its page.
            let lines = document.plainText.split(separator: "\n").dropFirst().map(String.init)
                .filter { $0 != "Theo Luật Khiếu nại." }
            let text = try bench.text(ofPDF: bench.write(document)).replacing("\u{21B5}", with: "")
            let found = text.replacing("nại.1", with: "nại.").holds(lines)
            #expect(found.all, "\(document.name): \(found.missing) | \(text)")
        }
        #expect(plan.plainText.contains(SampleEdition.hostile))
        #expect(try bench.text(ofPDF: bench.write(plan)).withoutSpaces.contains("TheoLuậtKhiếunại."))
    }

    @Test func `title, language and day are properties of the file`() throws {
        let facts = try bench.run("pdfinfo", "-isodates", bench.write(plan))
        #expect(facts.contains("Kế hoạch thử \(SampleEdition.hostile)"))
        #expect(facts.contains("2021-01-05T00:00:00Z"))
        #expect(facts.contains("Tagged:          yes"))
        #expect(plan.bytes.contains(Array("<rdf:li>vi-VN</rdf:li>".utf8)))
    }

    @Test func `both say that they are PDF/UA-1 and PDF/A-2a`() {
        for document in [plan, form] {
            for mark in ["<pdfuaid:part>1<", "<pdfaid:part>2<", "<pdfaid:conformance>A<"] {
                #expect(document.bytes.contains(Array(mark.utf8)), "\(document.name) lacks \(mark)")
            }
        }
    }

    @Test func `paper is A4, every face is embedded, the file is sound`() throws {
        for document in [plan, form] {
            let path = try bench.write(document)
            let facts = try bench.run("pdfinfo", path)
            #expect(facts.contains("(A4)"))
            #expect(facts.contains(/Pages: +(\d+)/))
            let pages = try #require(facts.firstMatch(of: /Pages: +(\d+)/))
            #expect(document.pages == Int(pages.1))
            for face in try bench.run("pdffonts", path).split(separator: "\n").dropFirst(2) {
                #expect(face.contains("LiberationSerif") && face.contains("yes yes yes"), "\(face)")
            }
            try bench.run("qpdf", "--check", path)
        }
    }

    @Test func `the page number is above the text from the second page on`() throws {
        let path = try bench.write(form)
        #expect(form.pages == 2)
        func header(_ page: String) throws -> String {
            try bench.run(
                "pdftotext", "-f", page, "-l", page, "-x", "0", "-y", "0", "-W", "596", "-H", "56", path, "-")
        }
        #expect(try header("1").withoutSpaces.isEmpty)
        #expect(try header("2").withoutSpaces == "2")
    }

    @Test(arguments: [1, 40])
    func `the signature stays on the page where the text ends`(recipients: Int) throws {
        let last = "Đoạn cuối của kế hoạch này."
        for paragraphs in stride(from: 20, through: 44, by: 3) {
            let filler = (1...paragraphs).map { Prose.Block.paragraph([.text("Đoạn thứ \($0) của bản thử.")]) }
            let body = Prose(blocks: filler + [.paragraph([.text(last)])])
            let made = try bench.make(SampleEdition.edition(body: body, recipients: recipients))
            let document = try #require(made["ke-hoach-doi-thoai-2021.pdf"])
            let pages = try bench.run("pdftotext", "-raw", bench.write(document), "-").split(separator: "\u{c}")
            let holders = pages.filter { $0.contains("Nguyễn Thị Mẫu") }
            #expect(holders.count == 1)
            #expect(holders.allSatisfy { $0.contains("kế hoạch này./.") && $0.contains("- Lưu: VT, VP.") })
        }
    }

    @Test func `a letter that the font lacks is an error that names it`() throws {
        let body = Prose(blocks: [.paragraph([.text("Chữ 😀 lạ")])])
        let error = #expect(throws: DocumentsError.self) { try bench.make(SampleEdition.edition(body: body)) }
        guard case .missingGlyph(_, let text) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(text.contains("😀"))
        #expect(error?.description.contains("U+1F600") == true)
    }

    @Test func `every letter of the Vietnamese alphabet is drawn`() throws {
        let bases = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY".flatMap { base in
            ["", "\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}"].map { "\(base)\($0)" }
        }
        let letters = (bases + ["đ", "Đ", "“", "”", "–", "…", "₫", "§"]).joined(separator: " ")
        let body = Prose(
            blocks: [.paragraph([.text(letters)]), .paragraph([.strong([.emphasis([.text(letters)])])])])
        let made = try bench.make(SampleEdition.edition(body: body))
        let document = try #require(made["ke-hoach-doi-thoai-2021.pdf"])
        let wanted = letters.precomposedStringWithCanonicalMapping
        let found = try bench.text(ofPDF: bench.write(document)).holds([wanted, wanted])
        #expect(found.all)
    }
}
