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
                "ke-hoach-doi-thoai-2021.docx", "ke-hoach-doi-thoai-2021.pdf", "phieu-dang-ky-doi-thoai-2021.docx",
                "phieu-dang-ky-doi-thoai-2021.pdf",
            ])
    }

    @Test func `an unchanged site starts no engine, a changed document starts it once`() throws {
        let (engine, starts) = try countingEngine()
        var edition = SampleEdition.edition()
        let first = try bench.maker(engine: engine).makeAll(edition: edition, site: SampleEdition.site)
        #expect(try starts() == 2)
        let second = try bench.maker(engine: engine).makeAll(edition: edition, site: SampleEdition.site)
        #expect(try starts() == 2)
        #expect(first == second)
        edition.form.about = "Về thủ tục khác"
        _ = try bench.maker(engine: engine).makeAll(edition: edition, site: SampleEdition.site)
        #expect(try starts() == 3)
    }

    @Test func `only the newest file of each name is kept, and nothing else is left behind`() throws {
        var edition = SampleEdition.edition()
        _ = try bench.make(edition)
        edition.form.about = "Về thủ tục khác"
        _ = try bench.make(edition)
        let kept = try FileManager.default.contentsOfDirectory(atPath: bench.cache.path + "/documents")
        #expect(kept.count == 2, "\(kept)")
    }

    @Test func `a file cut short in the cache is made again`() throws {
        let first = try bench.make(SampleEdition.edition())
        let folder = bench.cache.appending(path: "documents")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let file = folder.appending(path: name)
            try Data(contentsOf: file).prefix(900).write(to: file)
        }
        #expect(try bench.make(SampleEdition.edition()) == first)
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
            try bench.maker(engine: engine).makeAll(edition: SampleEdition.edition(), site: SampleEdition.site)
        }
        #expect(error?.description.contains("hỏng") == true)
    }
}
