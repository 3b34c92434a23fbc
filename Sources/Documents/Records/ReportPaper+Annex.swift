import Domain

extension ReportPaper {
    /// Every matter that was not excluded or taken back, on pages of their own, numbered from 1; the last line adds up to
    /// the register.
    ///
    /// Without the numbers of the register and the days of receipt: both run without gaps, so what is missing from them
    /// would be what was excluded or taken back.
    ///
    /// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục III, 1: the blanks of the reference stay empty.
    var annex: PaperSection {
        let reference: [TextRun] = [
            TextRun("(Kèm theo Báo cáo số"), .gap(12), TextRun("ngày"), .gap(9), TextRun("tháng"), .gap(9),
            TextRun("năm"),
            .gap(12), TextRun("của \(site.agency.name))"),
        ]
        let title = AnnexTitle(
            name: "Danh mục nội dung đã tiếp nhận và kết quả xử lý", reference: reference)
        return PaperSection(
            furniture: PageFurniture(orientation: .landscape), blocks: [.annex(title), .passage(table)] + remainder)
    }

    private var table: Passage {
        let columns: [(String, Double, Prose.Table.Alignment)] = [
            ("TT", 0.8, .center), ("Nhận qua", 1.6, .start), ("Lĩnh vực", 2.6, .start), ("Nội dung", 7, .start),
            ("Phòng, đơn vị", 2.8, .start), ("Kết quả", 2, .start), ("Ngày có kết quả", 2, .center),
        ]
        return Passage(
            .table,
            table: Passage.Table(
                columns: columns.map { Passage.Table.Column(share: $0.1, alignment: $0.2) },
                head: columns.map { [TextRun($0.0)] },
                rows: lines.enumerated().map { row(number: $0 + 1, $1).map { [TextRun($0)] } }))
    }

    private func row(number: Int, _ line: Line) -> [String] {
        [
            "\(number)", line.channel.label, line.subject, line.question, line.division, line.outcome,
            line.concluded.map(VietnameseDate.figures) ?? "",
        ]
    }

    /// Nobody is told which ones were excluded or taken back.
    private var remainder: [PaperBlock] {
        let hidden = [Outcome.excluded, .withdrawn].compactMap { outcome in
            figures.mattersByOutcome[outcome].flatMap { $0 > 0 ? "\(count($0)) \(outcome.label.lowercased())" : nil }
        }
        let apart = hidden.isEmpty ? "" : "; ngoài danh mục có \(hidden.joined(separator: ", "))"
        return [
            .passage(
                .paragraph(
                    "Danh mục có \(count(lines.count)) nội dung\(apart); cộng \(count(figures.matters)) nội dung trong sổ "
                        + "tiếp nhận."))
        ]
    }
}
