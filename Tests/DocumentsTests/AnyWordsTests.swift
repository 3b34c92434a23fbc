import Documents
import Foundation
import Testing

@Suite("PDF of words that anybody typed") struct AnyWordsTests {
    private let bench: Workbench

    init() throws { bench = try Workbench() }

    private var runs: URL { bench.folder.appending(path: "runs") }

    /// Draws through a program that counts its runs.
    private func drawn(_ words: String) throws -> (lacking: Set<Unicode.Scalar>, runs: Int) {
        let own = try TypstEngine.located(root: Workbench.root, searchPath: "")
        let counting = bench.folder.appending(path: "typst")
        try Data("#!/bin/sh\necho >> '\(runs.path)'\nexec '\(own.executable.path)' \"$@\"\n".utf8).write(to: counting)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: counting.path)
        let renderer = PDFRenderer(
            engine: TypstEngine(executable: counting, fontDirectory: own.fontDirectory),
            templates: try DocumentTemplates(directory: Workbench.root.appending(path: "theme/documents")),
            scratch: bench.cache)
        let lacking = try renderer.renderAnyWords([
            SampleLetter.paper(addressees: [["Ông (Bà) Nguyễn Văn Ví Dụ"]], paragraphs: 1, words: words)
        ]).lacking
        return (lacking, try Data(contentsOf: runs).count)
    }

    @Test func `hundreds of letters that the font lacks cost one more run, and what it has stays`() throws {
        let foreign = String(String.UnicodeScalarView((0x4E00..<0x4F2C).compactMap(Unicode.Scalar.init)))
        let drawn = try drawn("Chữ Ж và € → ½: \(foreign)")
        #expect(drawn.runs == 2)
        #expect(drawn.lacking == Set(foreign.unicodeScalars))
    }

    @Test func `signs that a font may have or not end the runs after a few`() throws {
        let signs = String(String.UnicodeScalarView((0x2460..<0x24A0).compactMap(Unicode.Scalar.init)))
        let drawn = try drawn("Mục \(signs)")
        #expect((3...6).contains(drawn.runs))
        #expect(drawn.lacking == Set(signs.unicodeScalars))
    }
}
