import Content
import Documents
import Domain
import Foundation
import Testing

@Suite("The documents of 2021") struct Edition2021Tests {
    let bench: Workbench
    let made: [DrawnFile]

    init() throws {
        bench = try Workbench()
        let portal = try #require(ContentLoader(root: Workbench.root).load().portal)
        let edition = try #require(portal.editions.first { $0.dialogue.id == "2021" })
        let answers = portal.answers.filter { $0.series == .dialogue("2021") }
        let papers = EditionPapers(
            edition: edition, site: portal.site, answers: answers, isNoticePublic: true, isPlanPublic: true)
        made = try bench.maker().make(papers.orders()).map(DrawnFile.init)
    }

    /// `SHOW_DOCUMENTS=folder` keeps them to be looked at.
    @Test func `eight files are made, every word of them in order`() throws {
        #expect(
            made.map(\.name) == [
                "ke-hoach-doi-thoai-2021.pdf", "ke-hoach-doi-thoai-2021.docx", "phieu-dang-ky-doi-thoai-2021.pdf",
                "phieu-dang-ky-doi-thoai-2021.docx", "phieu-dang-ky-doi-thoai-2021-dien-mau.pdf",
                "thong-bao-doi-thoai-2021-niem-yet.pdf", "lich-doi-thoai-2021.pdf", "hoi-dap-doi-thoai-2021.pdf",
            ])
        for document in made {
            let path = try bench.write(document)
            let lines = document.plainText.split(separator: "\n").dropFirst().map(String.init)
            let text =
                document.format == .pdf
                ? try bench.text(ofPDF: path) : try bench.word(path).paragraphs.joined(separator: "\n")
            let found = text.holds(lines)
            #expect(found.all, "\(document.name): \(found.missing)")
            if let folder = ProcessInfo.processInfo.environment["SHOW_DOCUMENTS"] {
                try Data(document.bytes).write(to: URL(filePath: folder).appending(path: document.name))
            }
        }
    }

    /// Reading order is that of the structure, not of the page: a screen reader follows it.
    @Test func `the structure of each PDF holds every word in order, points as lists`() throws {
        for document in made where document.format == .pdf {
            let tree = try bench.run("pdfinfo", "-struct-text", bench.write(document))
            let quoted = tree.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
                .filter { $0.hasPrefix("\"") && $0.hasSuffix("\"") }.map { String($0.dropFirst().dropLast()) }
            let lines = document.plainText.split(separator: "\n").dropFirst().map(String.init)
            let found = quoted.joined(separator: "\n").holds(lines)
            #expect(found.all, "\(document.name): \(found.missing)")
        }
        let plan = try bench.run("pdfinfo", "-struct-text", bench.write(made[0]))
        let labels = plan.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter {
            $0 == "Lbl (block)"
        }
        #expect(labels.count == 26)
    }
}
