import Documents
import Domain
import Foundation
import Register

/// An officer who makes papers: what the session knows, the edition they are of, and the folder they go to.
struct LetterDesk {
    let session: OfficeSession
    let portal: Portal
    let edition: Edition
    /// Made when missing, with mode 0700.
    let folder: URL
    /// Files of the same name give way.
    let replaces: Bool
    /// A Word file of each paper beside the PDF of all.
    let makesWord: Bool

    var dialogue: Dialogue { edition.dialogue }
    var site: Site { portal.site }

    /// One file to make.
    struct Order {
        /// ASCII without an ending; reference numbers, never a person's data.
        var name: String
        var paper: Paper
        var format: MadeDocument.Format
        /// What it is, for the sentence that tells of it: «giấy mời cho 22 người».
        var what: String

        var fileName: String { "\(name).\(format.rawValue)" }
    }

    /// - Parameter why: What cannot be known before it, and what to do.
    /// - Throws: ``CommandFailure`` before the conference.
    func requireConference(_ why: String) throws {
        let conference = dialogue.schedule.conference
        guard session.clock.now < conference else { return }
        throw CommandFailure(.wrongUse, "Hội nghị họp lúc \(VietnameseDate.words(conference)), \(why)")
    }

    /// The frame of a paper of this edition.
    ///
    /// - Parameter count: Of letters: a number is one letter's own.
    func frame(_ clerk: ClerkOptions, forLetters count: Int = 1) throws -> LetterFrame {
        guard clerk.numbering.number == nil || count == 1 else {
            throw CommandFailure(
                .wrongUse,
                "Mỗi văn bản có số riêng, lần này có \(count) văn bản. Hãy bỏ --number, hoặc làm từng văn bản.")
        }
        return frame(try clerk.entry(), signature: try clerk.signature(dialogue.signature))
    }

    /// The frame of a paper that somebody of the edition signs.
    func frame(_ entry: ClerkEntry, signature: Signature) -> LetterFrame {
        LetterFrame(
            agency: site.agency, entry: entry, signature: signature, archive: dialogue.archive,
            fileDay: CivilDate(of: dialogue.schedule.announced))
    }

    /// One PDF of all papers of a kind to print and, when asked for, a Word file of each to edit.
    ///
    /// - Parameters:
    ///   - all: Name and description of the PDF; when there is one paper, its own are taken.
    ///   - each: Name and description of the file of one.
    func make<Letter>(
        _ letters: [Letter], all: (name: String, what: String), each: (Letter) -> (name: String, what: String),
        paper: ([Letter]) -> Paper
    ) throws {
        guard letters.count > 1 else {
            return try make(letters.flatMap { orders(paper([$0]), name: each($0).name, what: each($0).what) })
        }
        let pdf = Order(name: all.name, paper: paper(letters), format: .pdf, what: all.what)
        let editable = makesWord ? letters.map { word(paper([$0]), name: each($0).name, what: each($0).what) } : []
        try make([pdf] + editable)
    }

    /// One paper, to print and, when asked for, to edit.
    func orders(_ paper: Paper, name: String, what: String) -> [Order] {
        [Order(name: name, paper: paper, format: .pdf, what: what)]
            + (makesWord ? [word(paper, name: name, what: what)] : [])
    }

    private func word(_ paper: Paper, name: String, what: String) -> Order {
        Order(name: name, paper: paper, format: .docx, what: "\(what), bản Word")
    }

    /// Draws the papers, all of one format in one run, and tells of each file in a sentence.
    func make(_ orders: [Order]) throws {
        let place = LetterFolder(url: folder, isOwn: folder == session.state.letters)
        if !replaces { try place.refuse(orders.map(\.fileName)) }
        for format in MadeDocument.Format.allCases {
            let wanted = orders.filter { $0.format == format }
            guard !wanted.isEmpty else { continue }
            for (order, rendered) in zip(wanted, try draw(wanted.map(\.paper), as: format)) {
                let file = try place.write(rendered.bytes, named: order.fileName)
                let pages = rendered.pages.map { ", \($0) trang" } ?? ""
                print("Đã làm \(order.what)\(pages): \(file.path)")
            }
        }
    }

    private func draw(_ papers: [Paper], as format: MadeDocument.Format) throws -> [RenderedPaper] {
        format == .pdf ? try session.drawPDF(papers) : WordRenderer().render(try session.marked(papers))
    }
}

extension OfficeSession {
    /// Draws papers, and tells which letters the font lacks.
    func drawPDF(_ papers: [Paper], tell: (String) -> Void = { print($0) }) throws -> [RenderedPaper] {
        let drawn = try pdfRenderer().renderAnyWords(marked(papers))
        for scalar in drawn.lacking.sorted() {
            let code = String(scalar.value, radix: 16, uppercase: true)
            tell(
                "Phông chữ của bản PDF không có nét cho “\(scalar)” (U+\(code)), bản PDF in \(PDFRenderer.substitute) thay."
            )
        }
        return drawn.papers
    }

    /// Those of a rehearsal say so on every page: on paper nothing else tells them from real ones.
    fileprivate func marked(_ papers: [Paper]) throws -> [Paper] {
        try state.rehearsal == nil ? papers : papers.map { $0.rehearsed() }
    }

    /// Within the state folder: what the engine is fed holds personal data, and goes when it is done.
    ///
    /// - Throws: ``DocumentsError`` when nothing can be drawn here.
    func pdfRenderer() throws -> PDFRenderer {
        PDFRenderer(
            engine: try TypstEngine.located(
                root: folders.root, searchPath: ProcessInfo.processInfo.environment["PATH"] ?? ""),
            templates: try DocumentTemplates(directory: folders.themeDirectory.appending(path: "documents")),
            scratch: state.cache.appending(path: "letters", directoryHint: .isDirectory))
    }
}
