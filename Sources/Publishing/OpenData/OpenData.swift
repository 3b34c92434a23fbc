import Domain
import Theme

/// What the portal gives away as data: files beside what they describe, schemas beside the page that explains them.
struct OpenData {
    let maker: PageMaker

    /// The page of `content/trang/` that describes the data.
    static let page = "/\(slug)/"
    static let slug = "du-lieu-mo"

    private var view: PublicView { maker.view }

    /// Answers by edition, newest first, then of feedback by the year of publication, newest first.
    var answers: [AnswerData] {
        let editions = view.editions.map { edition in
            data(
                "Câu trả lời, \(edition.dialogue.shortTitle.lowercasedFirst)", edition.answersPath + "du-lieu",
                view.answers(in: edition))
        }
        let feedback = Dictionary(grouping: view.answers(in: .feedback)) { CivilDate(of: $0.published).year }
        let years = feedback.sorted { $0.key > $1.key }.map { year, answers in
            data(
                "Trả lời phản ánh, kiến nghị, đăng năm \(year)", "\(PageMaker.feedbackAnswers.href)du-lieu-\(year)",
                answers)
        }
        return (editions + years).filter { !$0.answers.isEmpty }
    }

    func products() throws -> [Product] {
        let figures = FiguresData(figures: view.figures)
        let files = [
            ReleasedFile(path: "site" + FiguresData.jsonPath, bytes: try figures.json()),
            ReleasedFile(path: "site" + FiguresData.csvPath, text: figures.csv(maker)),
            ReleasedFile(path: "site" + FiguresSchema.path, text: FiguresSchema.text(baseURL: maker.site.baseURL)),
            ReleasedFile(path: "site" + AnswerData.schemaPath, text: AnswerSchema.text(baseURL: maker.site.baseURL)),
        ]
        let registers = maker.registerSeries.map {
            ReleasedFile(path: "site" + FiguresData.csvPath($0.series), text: FiguresData.csv($0))
        }
        return (files + registers).map(Product.init) + answers.flatMap(\.products)
    }

    private func data(_ title: String, _ path: String, _ answers: [Answer]) -> AnswerData {
        AnswerData(context: maker.context, title: title, path: path, answers: answers)
    }
}

/// The page that describes the data: its words are the office's, the list of files and of columns is made here.
extension OpenData {
    /// The page with the files behind the first paragraph under `#cac-tep`, the columns likewise under `#cac-cot`.
    func inserted(into prose: Prose) -> Prose {
        Self.insert([fields], after: "cac-cot", into: Self.insert([files], after: "cac-tep", into: prose))
    }

    /// What search engines for data are told.
    func fact(of page: Page) -> LinkedData.Value {
        let files = answers.flatMap { [($0.csvPath, "text/csv"), ($0.jsonPath, "application/json")] }
        let figures = [(FiguresData.csvPath, "text/csv"), (FiguresData.jsonPath, "application/json")]
        return .record([
            ("@type", .text("Dataset")), ("name", .text(page.title)), ("description", .text(page.description)),
            ("url", .text(maker.site.baseURL + Self.page)), ("license", .text(maker.site.baseURL + Self.page)),
            ("isAccessibleForFree", .flag(true)), ("inLanguage", .text("vi")),
            ("creator", LinkedData.organizer(maker.site)),
            (
                "distribution",
                .list(
                    (figures + files).map { path, type in
                        .record([
                            ("@type", .text("DataDownload")), ("encodingFormat", .text(type)),
                            ("contentUrl", .text(maker.site.baseURL + path)),
                        ])
                    })
            ),
        ])
    }

    private var files: Prose.Block {
        let figures = item(
            "Số liệu tổng hợp của mọi sổ", csv: FiguresData.csvPath, json: FiguresData.jsonPath,
            schema: FiguresSchema.path)
        let registers = maker.registerSeries.map {
            item("Sổ tiếp nhận, \(maker.shortTitle(of: $0).lowercasedFirst)", csv: FiguresData.csvPath($0.series))
        }
        let answers = answers.map {
            item($0.title, csv: $0.csvPath, json: $0.jsonPath, schema: AnswerData.schemaPath)
        }
        return .list(start: nil, items: [figures] + registers + answers)
    }

    private func item(_ name: String, csv: String, json: String? = nil, schema: String? = nil) -> [Prose.Block] {
        let links = [("CSV", csv), ("JSON", json), ("lược đồ JSON", schema)].compactMap { words, path in
            path.map { Prose.Inline.link(destination: $0, content: [.text("\(words)")]) }
        }
        let joined = links.flatMap { [.text(", "), $0] }.dropFirst()
        return [.paragraph([.text("\(name): ")] + joined)]
    }

    private var fields: Prose.Block {
        let rows = AnswerField.all.map { field -> [[Prose.Inline]] in
            [
                [.text(field.heading.isEmpty ? "(chỉ có trong JSON)" : field.heading)], [.code(field.key)],
                [.text(field.meaning)],
            ]
        }
        return .table(
            Prose.Table(
                alignments: [.start, .start, .start],
                head: [[.text("Cột trong CSV")], [.text("Tên trong JSON")], [.text("Ý nghĩa")]], rows: rows))
    }

    /// At the end when there is no such heading: what the portal gives is told in any case.
    private static func insert(_ blocks: [Prose.Block], after id: String, into prose: Prose) -> Prose {
        var prose = prose
        let heading = prose.blocks.firstIndex { if case .heading(_, id, _) = $0 { true } else { false } }
        let paragraph = heading.flatMap { heading in
            prose.blocks[(heading + 1)...].firstIndex { if case .paragraph = $0 { true } else { false } }
        }
        let place = paragraph ?? heading ?? prose.blocks.endIndex - 1
        prose.blocks.insert(contentsOf: blocks, at: place + 1)
        return prose
    }
}
