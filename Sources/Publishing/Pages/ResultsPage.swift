import Domain
import Theme

extension PageMaker {
    /// `/doi-thoai/<id>/ket-qua/`: the report of results with the figures of the register.
    func results(_ edition: PublicEdition) -> SitePage? {
        guard let report = edition.results else { return nil }
        let series = view.figures.of(edition.dialogue.series)
        let tables = FigureTables(series: series, maker: self)
        var prose = self.prose()
        let counted = view.figures.countedUpTo
        return SitePage(
            path: edition.resultsPath, template: "pages/ket-qua", title: report.page.title,
            description: report.page.description, section: edition.resultsPath,
            updated: counted.map { .time($0) } ?? .day(report.page.updated), owner: divisionName(report.page.owner),
            isArticle: true, modified: report.page.updated,
            crumbs: [PageMaker.home, link(edition)],
            source: "content/doi-thoai/\(edition.dialogue.id)/ket-qua.md",
            values: [
                "badge": .badge(edition.phase), "lead": .text(lead(series)),
                "counted": counted.map { .time($0) } ?? .absent, "balance": .list(tables.balanceParts),
                "bars": .list(tables.bars), "bars-width": .text("\(max(series.matters, 1))"),
                "tables": .list(tables.tables), "overdue": overdue(edition, series),
                "figures": .list(figures(report, series)), "body-html": .html(body(edition, report, &prose)),
                "files": .list(edition.documents(.answers).map { file($0, of: edition) } + dataFiles(series)),
                "downloads": .flag(true),
            ])
    }

    private func lead(_ series: SeriesFigures) -> String {
        let done = VietnameseNumber.figures(series.matters - series.open)
        return "Sở nhận \(VietnameseNumber.figures(series.registrations)) phiếu với "
            + "\(VietnameseNumber.figures(series.matters)) nội dung. "
            + "Đến nay \(done) nội dung đã có kết quả, \(VietnameseNumber.figures(series.open)) nội dung đang xử lý."
    }

    private func overdue(_ edition: PublicEdition, _ series: SeriesFigures) -> ThemeValue {
        guard edition.isPastDue, series.open > 0 else { return .absent }
        return .text(
            "\(VietnameseNumber.figures(series.open)) nội dung chưa có kết quả, "
                + "quá hạn trả lời ngày \(VietnameseDate.figures(edition.schedule.answersDue)).")
    }

    private func figures(_ report: ResultsReport, _ series: SeriesFigures) -> [ThemeValue] {
        let numbers = [("phiếu đã nhận", VietnameseNumber.figures(series.registrations))]
        // Facts that are a number stand as figures; the others stand in the report.
        let facts = report.facts.filter { Int($0.value) != nil }.map { ($0.label.lowercasedFirst, $0.value) }
        return (numbers + facts).map { ["label": .text($0.0), "number": .text($0.1)] }
    }

    private func body(_ edition: PublicEdition, _ report: ResultsReport, _ prose: inout ProseHTML) -> String {
        var body = report.page.body
        let facts = report.facts.filter { Int($0.value) == nil }
        if !facts.isEmpty {
            let rows = facts.map { [[Prose.Inline.text($0.label)], [Prose.Inline.text($0.value)]] }
            body.blocks.insert(.table(Prose.Table(alignments: [.start, .start], head: [], rows: rows)), at: 0)
        }
        let answers = view.answers(in: edition)
        if !answers.isEmpty {
            body.blocks.append(.heading(level: 2, id: "cau-tra-loi", content: [.text("Câu trả lời của đợt này")]))
            let newest = answers.prefix(10).map { answer -> [Prose.Block] in
                let mark = answer.isIllustration ? " (minh họa)" : ""
                return [.paragraph([.link(destination: answer.path, content: [.text(answer.title)]), .text(mark)])]
            }
            let all = Prose.Inline.text("Xem tất cả \(count(answers.count)) của đợt này")
            body.blocks.append(.list(start: nil, items: newest))
            body.blocks.append(.paragraph([.link(destination: edition.answersPath, content: [all])]))
        }
        return prose.render(body)
    }

    /// The open data of one series.
    func dataFiles(_ series: SeriesFigures) -> [ThemeValue] {
        [
            [
                "type": "CSV", "href": .text(FiguresData.csvPath(series.series)), "name": "Sổ tiếp nhận",
                "details": .text("CSV, \(VietnameseNumber.figures(series.registrations)) dòng"), "digest": .absent,
            ],
            [
                "type": "JSON", "href": .text(FiguresData.jsonPath), "name": "Số liệu tổng hợp của mọi sổ",
                "details": "JSON, cho máy đọc", "digest": .absent,
            ],
        ]
    }
}
