extension WordBody {
    /// A table that fills whole sheets, a cell a label.
    mutating func addLabels(_ sheet: LabelSheet) {
        let width = Twips.millimetres(210) / sheet.columns
        // Word ends every section with a paragraph: the rows leave it 2 points.
        let height = (Twips.millimetres(297) - 40) / sheet.rows
        let blank = (sheet.columns - sheet.labels.count % sheet.columns) % sheet.columns
        let labels = sheet.labels + Array(repeating: [], count: blank)
        let rows = stride(from: 0, to: labels.count, by: sheet.columns).map { start in
            let cells = labels[start..<start + sheet.columns].map { cell($0, of: sheet, width: width) }
            let least = XMLNode.w("trHeight", ["val": "\(height)", "hRule": "exact"])
            return XMLNode.w("tr", [:], [.w("trPr", [:], [.w("cantSplit"), least])] + cells)
        }
        let edge = Twips.millimetres(6)
        let properties = XMLNode.w(
            "tblPr", [:],
            [
                .w("tblW", ["w": "\(width * sheet.columns)", "type": "dxa"]),
                .w("tblInd", ["w": "0", "type": "dxa"]), .w("tblLayout", ["type": "fixed"]),
                .w(
                    "tblCellMar", [:],
                    [.w("left", ["w": "\(edge)", "type": "dxa"]), .w("right", ["w": "\(edge)", "type": "dxa"])]),
            ])
        let grid = XMLNode.w("tblGrid", [:], (0..<sheet.columns).map { _ in .w("gridCol", ["w": "\(width)"]) })
        add(.w("tbl", [:], [properties, grid] + rows))
    }

    private func cell(_ lines: [LabelSheet.Line], of sheet: LabelSheet, width: Int) -> XMLNode {
        let scale = WordBody.scale(lines, in: sheet)
        let words = lines.map { line in
            let size = (line.isLarge ? sheet.largeSize : sheet.size) * scale
            return XMLNode.paragraph(
                ParagraphFormat(style: "LabelLine", alignment: sheet.isCentred ? .center : nil),
                [.run(line.text, RunFormat(bold: line.isLarge, size: (size * 2).rounded() / 2))])
        }
        let properties: [XMLNode] = [
            .w("tcW", ["w": "\(width)", "type": "dxa"]), .w("vAlign", ["val": "center"]),
        ]
        return .w(
            "tc", [:], [.w("tcPr", [:], properties)] + (words.isEmpty ? [.paragraph(ParagraphFormat(), [])] : words))
    }

    /// How much smaller letters have to be for the words to fit, judged by the widths of bold letters.
    private static func scale(_ lines: [LabelSheet.Line], in sheet: LabelSheet) -> Double {
        let width = Double(Twips.millimetres(sheet.width - 12))
        let height = Double(Twips.millimetres(sheet.height - 4))
        func needed(_ scale: Double) -> Double {
            lines.map { line in
                let size = (line.isLarge ? sheet.largeSize : sheet.size) * scale
                // A line seldom ends at the very edge.
                let rows = (Double(TimesBold.width(of: line.text, size: size)) * 1.08 / width).rounded(.up)
                return max(1, rows) * size * 1.15 * 20
            }.reduce(0, +)
        }
        return [1, 0.9, 0.8, 0.7, 0.6, 0.5].first { needed($0) <= height } ?? 0.4
    }
}
