import Documents
import Domain
import Foundation
import Testing

@Suite("Making documents again") struct CacheTests {
    let bench: Workbench

    init() throws { bench = try Workbench() }

    /// An engine that notes each start, then is the real one.
    private func countingEngine() throws -> (engine: TypstEngine, starts: () throws -> Int) {
        let real = try TypstEngine.located(root: Workbench.root, searchPath: Workbench.searchPath)
        let program = bench.folder.appending(path: "typst")
        let notes = bench.folder.appending(path: "starts")
        try Data().write(to: notes)
        let script = "#!/bin/sh\necho start >> '\(notes.path)'\nexec '\(real.executable.path)' \"$@\"\n"
        try Data(script.utf8).write(to: program)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
        return (
            TypstEngine(executable: program, fontDirectory: real.fontDirectory),
            { try String(contentsOf: notes, encoding: .utf8).split(separator: "\n").count }
        )
    }

    @Test func `the same input gives the same bytes in a fresh folder`() throws {
        let other = try Workbench()
        let first = try bench.make(SampleEdition.edition())
        let second = try other.make(SampleEdition.edition())
        #expect(first == second)
        #expect(
            first.keys.sorted() == [
                "ke-hoach-doi-thoai-2021.docx", "ke-hoach-doi-thoai-2021.pdf", "lich-doi-thoai-2021.pdf",
                "phieu-dang-ky-doi-thoai-2021.docx", "phieu-dang-ky-doi-thoai-2021.pdf",
                "thong-bao-doi-thoai-2021-niem-yet.pdf",
            ])
    }

    @Test func `an unchanged site starts no engine, a changed document starts it once`() throws {
        let (engine, starts) = try countingEngine()
        var edition = SampleEdition.edition()
        let first = try bench.make(edition, engine: engine)
        let documents = try starts()
        #expect(documents == 4)
        let second = try bench.make(edition, engine: engine)
        #expect(try starts() == documents)
        #expect(first == second)
        edition.form.about = "Về thủ tục khác"
        _ = try bench.make(edition, engine: engine)
        #expect(try starts() == documents + 1)
    }

    @Test func `only the newest file of each name is kept, and nothing else is left behind`() throws {
        var edition = SampleEdition.edition()
        _ = try bench.make(edition)
        edition.form.about = "Về thủ tục khác"
        _ = try bench.make(edition)
        let kept = try FileManager.default.contentsOfDirectory(atPath: bench.cache.path + "/documents")
        #expect(kept.filter { !$0.hasSuffix(".facts") }.count == 6, "\(kept)")
        #expect(kept.filter { $0.hasSuffix(".facts") }.count == 6, "\(kept)")
    }

    @Test func `a file cut short in the cache is made again`() throws {
        let first = try bench.make(SampleEdition.edition())
        let folder = bench.cache.appending(path: "documents")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where !name.hasSuffix(".facts") {
            let file = folder.appending(path: name)
            try Data(contentsOf: file).prefix(900).write(to: file)
        }
        #expect(try bench.make(SampleEdition.edition()) == first)
    }

    @Test func `a file changed in the cache is refused, and made again by the next build`() throws {
        let papers = EditionPapers(
            edition: SampleEdition.edition(), site: SampleEdition.site, answers: [], isNoticePublic: false,
            isPlanPublic: true)
        let plan = try #require(try bench.maker().make(papers.orders()).first)
        let folder = bench.cache.appending(path: "documents")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(".pdf") {
            let file = folder.appending(path: name)
            var bytes = try Data(contentsOf: file)
            bytes[bytes.count / 2] ^= 1
            try bytes.write(to: file)
        }
        let error = #expect(throws: DocumentsError.self) { try plan.bytes() }
        #expect(error?.description.contains("dựng lại") == true)
        let again = try #require(try bench.maker().make(papers.orders()).first)
        #expect(try again.digest == plan.digest && again.bytes().count == again.size)
    }

    @Test func `one start makes all documents where the engine takes batches`() throws {
        let (counting, starts) = try countingEngine()
        let engine = TypstEngine(
            executable: counting.executable, fontDirectory: counting.fontDirectory,
            takesBatches: try TypstEngine.located(root: Workbench.root, searchPath: Workbench.searchPath).takesBatches)
        let batched = try bench.make(SampleEdition.edition(), engine: engine)
        #expect(try starts() == (engine.takesBatches ? 1 : 4))
        #expect(try batched == Workbench().make(SampleEdition.edition(), engine: counting))
    }

    @Test func `without an engine the words say what to install`() {
        let error = #expect(throws: DocumentsError.self) {
            try TypstEngine.located(root: bench.folder, searchPath: bench.folder.path)
        }
        #expect(error?.description.contains("deploy/setup") == true)
    }

    @Test func `an engine that fails is quoted`() throws {
        let program = bench.folder.appending(path: "typst")
        try Data("#!/bin/sh\necho 'error: hỏng' >&2\nexit 1\n".utf8).write(to: program)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
        let engine = TypstEngine(executable: program, fontDirectory: bench.folder)
        let error = #expect(throws: DocumentsError.self) {
            try bench.make(SampleEdition.edition(), engine: engine)
        }
        #expect(error?.description.contains("hỏng") == true)
    }
}
