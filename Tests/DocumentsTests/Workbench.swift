import Cryptography
import Documents
import Domain
import Foundation
import Testing

/// A folder of its own for one test, and the programs that look at files from outside.
final class Workbench {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let searchPath = ProcessInfo.processInfo.environment["PATH"] ?? ""

    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "documents-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) }
    }

    var cache: URL { folder.appending(path: "cache") }

    func maker(engine: TypstEngine? = nil) throws -> DocumentsMaker {
        try DocumentsMaker(
            themeDirectory: Workbench.root.appending(path: "theme"), cacheDirectory: cache,
            engine: engine ?? TypstEngine.located(root: Workbench.root, searchPath: Workbench.searchPath),
            program: SHA256Digest(of: "program"))
    }

    /// All public documents of an edition whose notice and plan are out.
    func make(_ edition: Edition, answers: [Answer] = [], engine: TypstEngine? = nil) throws -> [String: DrawnFile] {
        let papers = EditionPapers(
            edition: edition, site: SampleEdition.site, answers: answers, isNoticePublic: true, isPlanPublic: true)
        let made = try maker(engine: engine).make(papers.orders())
        return Dictionary(uniqueKeysWithValues: try made.map { ($0.name, try DrawnFile($0)) })
    }

    func write(_ document: DrawnFile) throws -> String {
        let file = folder.appending(path: document.name)
        try Data(document.bytes).write(to: file)
        return file.path
    }

    /// Draws a paper alone.
    ///
    /// - Returns: Where the file lies.
    func draw(_ paper: Paper, as format: MadeDocument.Format, name: String = "van-ban") throws -> String {
        let renderer: any PaperRenderer =
            switch format {
            case .docx: WordRenderer()
            case .pdf:
                PDFRenderer(
                    engine: try TypstEngine.located(root: Workbench.root, searchPath: Workbench.searchPath),
                    templates: try DocumentTemplates(directory: Workbench.root.appending(path: "theme/documents")),
                    scratch: cache)
            }
        let file = folder.appending(path: "\(name).\(format.rawValue)")
        try Data(renderer.render(paper).bytes).write(to: file)
        // `SHOW_DOCUMENTS=folder` keeps them to be looked at.
        if let shown = ProcessInfo.processInfo.environment["SHOW_DOCUMENTS"] {
            try Data(contentsOf: file).write(to: URL(filePath: shown).appending(path: file.lastPathComponent))
        }
        return file.path
    }

    /// What a program prints; a failure fails the test.
    @discardableResult func run(_ program: String, _ arguments: String...) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(program) \(arguments) ended with \(process.terminationStatus)")
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The text of a PDF in the order it is written, without the page numbers above.
    func text(ofPDF path: String) throws -> String {
        try run("pdftotext", "-raw", "-nopgbrk", "-x", "0", "-y", "50", "-W", "596", "-H", "792", path, "-")
    }

    /// What python-docx sees.
    func word(_ path: String) throws -> WordFacts {
        let script = Workbench.root.appending(path: "Tests/Fixtures/documents/read-docx.py").path
        let json = try run(Workbench.root.appending(path: ".venv/bin/python3").path, script, path)
        return try JSONDecoder().decode(WordFacts.self, from: Data(json.utf8))
    }
}

/// A Word file as another program reads it.
struct WordFacts: Decodable {
    struct Control: Decodable {
        var name: String
        var title: String
        var isCheckBox: Bool
    }

    var title: String
    var language: String
    var defaultFont: String
    var defaultLanguage: String
    /// Millimetres: width, height, top, right, bottom, left.
    var page: [Double]
    var hidesFirstHeader: Bool
    var header: String
    /// Every paragraph in order, those in tables and controls too.
    var paragraphs: [String]
    var styles: [String]
    var controls: [Control]
    var links: [String]
    /// Places to write on, as they are printed.
    var blanks: [String]
    var footnotes: [String]
    /// How many.
    var sections: Int
}

extension String {
    /// Line ends and spaces fall differently in every program.
    var withoutSpaces: String { String(unicodeScalars.filter { !$0.properties.isWhitespace }) }

    /// Whether `lines` occur in this order, spaces aside and code point by code point.
    func holds(_ lines: [String]) -> (all: Bool, missing: String) {
        // Bytes, not characters: `String` takes composed and decomposed letters for equal.
        var rest = Array(withoutSpaces.utf8)[...]
        for line in lines {
            let wanted = Array(line.withoutSpaces.utf8)
            guard let range = rest.firstRange(of: wanted) else { return (false, line) }
            rest = rest[range.upperBound...]
        }
        return (true, "")
    }
}
