import Documents
import Domain
import Foundation
import Testing

@Suite("DOCX in another word processor") struct LibreOfficeTests {
    @Test func `LibreOffice draws plan and form whole, as the PDF has them`() throws {
        let bench = try Workbench()
        let made = try bench.make(SampleEdition.edition())
        let words = made.values.filter { $0.format == .docx }
        for document in words { _ = try bench.write(document) }
        let drawn = bench.folder.appending(path: "drawn")
        try bench.run(
            "soffice", "-env:UserInstallation=file://\(bench.folder.path)/profile", "--headless", "--convert-to",
            "pdf", "--outdir", drawn.path, "\(bench.folder.path)/ke-hoach-doi-thoai-2021.docx",
            "\(bench.folder.path)/phieu-dang-ky-doi-thoai-2021.docx")
        for document in words {
            let name = document.name.replacing(".docx", with: ".pdf")
            let path = drawn.appending(path: name).path
            let ours = try #require(made[name])
            let facts = try bench.run("pdfinfo", path)
            #expect(facts.contains("(A4)"))
            let pages = try #require(facts.firstMatch(of: /Pages: +(\d+)/))
            // A letter more on a line may push the signature over.
            let count = try #require(Int(pages.1))
            #expect(try abs(count - #require(ours.pages)) <= 1)
            let lines = document.plainText.split(separator: "\n").dropFirst().map(String.init)
                .filter { $0 != "Theo Luật Khiếu nại." }
            let text = try bench.text(ofPDF: path).replacing("nại.1", with: "nại.").replacing("…", with: "")
            let found = text.holds(lines)
            #expect(found.all, "\(name): \(found.missing)")
            #expect(text.withoutSpaces.contains("TheoLuậtKhiếunại.") == (document.subject == .plan))
        }
    }
}
