import Documents
import Domain
import Testing

@Suite("Documents as DOCX") struct WordTests {
    let bench: Workbench
    let plan: WordFacts
    let form: WordFacts
    let made: [String: DrawnFile]

    init() throws {
        bench = try Workbench()
        let made = try bench.make(SampleEdition.edition())
        self.made = made
        plan = try bench.word(bench.write(#require(made["ke-hoach-doi-thoai-2021.docx"])))
        form = try bench.word(bench.write(#require(made["phieu-dang-ky-doi-thoai-2021.docx"])))
    }

    @Test func `the text is that of the document, in order, NFC, mark-up characters as typed`() throws {
        for (facts, name) in [
            (plan, "ke-hoach-doi-thoai-2021.docx"), (form, "phieu-dang-ky-doi-thoai-2021.docx"),
        ] {
            let lines = try #require(made[name]).plainText.split(separator: "\n").dropFirst().map(String.init)
                .filter { $0 != "Theo Luật Khiếu nại." }
            let found = facts.paragraphs.joined(separator: "\n").holds(lines)
            #expect(found.all, "\(name): \(found.missing)")
        }
        #expect(plan.paragraphs.contains { $0.contains(SampleEdition.hostile) })
        #expect(plan.footnotes.map { $0.trimmingPrefix(" ") } == ["Theo Luật Khiếu nại."])
    }

    @Test func `title, language, face and page are those of the decree`() {
        for facts in [plan, form] {
            #expect(facts.language == "vi-VN")
            #expect(facts.defaultLanguage == "vi-VN")
            #expect(facts.defaultFont == "Times New Roman")
            #expect(facts.page.map { $0.rounded() } == [210, 297, 20, 15, 20, 30])
            #expect(facts.hidesFirstHeader)
            #expect(facts.header.contains("PAGE"))
        }
        #expect(plan.title == "Kế hoạch thử \(SampleEdition.hostile)")
        #expect(form.title == "Phiếu đăng ký thử")
    }

    @Test func `headings, title and links are what they look like`() {
        #expect(plan.styles.filter { $0 == "Heading1" }.count == 2)
        #expect(plan.styles.filter { $0 == "Title" }.count == 1)
        #expect(plan.links == ["https://so.example.vn/lien-he/"])
    }

    @Test func `every field of the form is a control, every option a box`() {
        #expect(
            form.controls.map(\.name) == [
                "loai:ca-nhan", "loai:to-chuc", "loai:htx", "ho-ten", "dia-chi", "linh-vuc:chua-ro", "linh-vuc:a",
                "linh-vuc:b", "phan-1", "phan-2",
            ])
        #expect(form.controls.filter(\.isCheckBox).count == 6)
        #expect(form.controls.first { $0.name == "ho-ten" }?.title == "Họ và tên")
    }

    @Test func `a field more in the definition is a field more in the file`() throws {
        var edition = SampleEdition.edition()
        edition.form.parts[0].fields.append(SampleEdition.field("nghe", nil, .line, "Nghề nghiệp"))
        let document = try #require(bench.make(edition)["phieu-dang-ky-doi-thoai-2021.docx"])
        let facts = try bench.word(bench.write(document))
        #expect(facts.controls.contains { $0.name == "nghe" && $0.title == "Nghề nghiệp" })
        #expect(facts.paragraphs.contains { $0.hasPrefix("Nghề nghiệp:") })
    }
}
