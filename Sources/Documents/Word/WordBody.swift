import Domain

/// The body of a Word document as it grows, with what it refers to.
struct WordBody {
    private(set) var nodes: [XMLNode] = []
    /// Targets of links in the order of their ids: `rIdLink1`, …
    private(set) var links: [String] = []
    /// Pictures in the order of their ids: `rIdImage1`, …
    private(set) var images: [PNGImage] = []
    /// Added to the number of a note.
    var footnoteOffset = 0
    /// Twips between the margins.
    var textWidth = Twips.textWidth(.portrait)
    private var controls = 0

    mutating func add(_ node: XMLNode) { nodes.append(node) }

    /// Takes in a picture.
    ///
    /// - Returns: Its number, counted from 1.
    mutating func add(_ image: PNGImage) -> Int {
        images.append(image)
        return images.count
    }

    /// Runs of text with their emphasis, links, breaks and notes.
    mutating func runs(_ runs: [TextRun]) -> [XMLNode] {
        runs.enumerated().map { index, run in
            let format = RunFormat(bold: run.strong, italic: run.emphasis)
            switch run.kind {
            case .lineBreak: return .run(format, [.w("br")])
            case .note:
                let reference = XMLNode.w("footnoteReference", ["id": "\((run.note ?? 0) + footnoteOffset)"])
                return .run(RunFormat(style: "FootnoteReference"), [reference])
            case .gap:
                let before = index > 0 ? runs[index - 1].text.last : nil
                let after = index + 1 < runs.count ? runs[index + 1].text.first : nil
                return WordBody.gap(
                    run.width ?? BlankLine.number, spaceBefore: before.map { !$0.isWhitespace } ?? false,
                    spaceAfter: after?.isLetter ?? false)
            case .text:
                guard let link = run.link else { return .run(run.text, format) }
                return .tag("w:hyperlink", ["r:id": id(of: link)], [.run(run.text, format)])
            }
        }
    }

    /// Dots over that many millimetres, to type over or to write on; each sign is 14 pt wide in 14 pt.
    ///
    /// Spaces with a rule under them would be nothing at the end of a line.
    static func gap(_ width: Double, spaceBefore: Bool = false, spaceAfter: Bool = false) -> XMLNode {
        let count = max(2, Int((width / 25.4 * 72 / 14).rounded()))
        let dots = String(repeating: "…", count: count)
        return .run((spaceBefore ? " " : "") + dots + (spaceAfter ? " " : ""), RunFormat(style: "Blank"))
    }

    private mutating func id(of link: String) -> String {
        let index = links.firstIndex(of: link) ?? links.count
        if index == links.count { links.append(link) }
        return "rIdLink\(index + 1)"
    }

    /// A content control to type one line in; until then it shows a dotted line, and typing replaces that.
    mutating func lineControl(name: String, title: String, value: String = "") -> XMLNode {
        guard value.isEmpty else {
            return control(name: name, title: title, [.w("text")], content: [.run(value, RunFormat(italic: true))])
        }
        let line = XMLNode.run(RunFormat(style: "PlaceholderText"), [.w("tab")])
        return control(name: name, title: title, [.w("showingPlcHdr"), .w("text")], content: [line])
    }

    /// A content control of whole paragraphs; until someone types it shows `lines` dotted lines.
    mutating func textControl(name: String, title: String, lines: Int, value: String = "") -> XMLNode {
        guard value.isEmpty else {
            let words = XMLNode.run(value, RunFormat(italic: true))
            return control(
                name: name, title: title, [],
                content: [.paragraph(ParagraphFormat(style: "BodyText"), [words])])
        }
        let count = max(1, lines)
        let dotted = (1...count).map { number in
            // A few lines alone on another page are overlooked.
            WordBody.dottedLine(
                RunFormat(style: "PlaceholderText"), staysWithNext: number < count && !number.isMultiple(of: 4))
        }
        return control(name: name, title: title, [.w("showingPlcHdr")], content: dotted)
    }

    /// A dotted line from edge to edge, to write on.
    static func dottedLine(_ format: RunFormat = RunFormat(), staysWithNext: Bool = false) -> XMLNode {
        // The space keeps the height: LibreOffice sets a line without any text lower than its paragraph says.
        let space = XMLNode.tag("w:t", ["xml:space": "preserve"], [.text(" ")])
        return .paragraph(
            ParagraphFormat(style: "FieldLine", keepNext: staysWithNext), [.run(format, [space, .w("tab")])])
    }

    /// A content control to tick.
    ///
    /// Source: [MS-DOCX] 2.6.2.3 (w14:checkbox).
    mutating func checkBox(name: String, title: String, isChecked: Bool = false) -> XMLNode {
        let face = WordTheme.boxFace
        let box = XMLNode.tag(
            "w14:checkbox", [:],
            [
                .tag("w14:checked", ["w14:val": isChecked ? "1" : "0"]),
                .tag("w14:checkedState", ["w14:val": "2612", "w14:font": face]),
                .tag("w14:uncheckedState", ["w14:val": "2610", "w14:font": face]),
            ])
        return control(
            name: name, title: title, [box], content: [.run(isChecked ? "\u{2612}" : "\u{2610}", RunFormat(font: face))]
        )
    }

    private mutating func control(
        name: String, title: String, _ properties: [XMLNode], content: [XMLNode]
    ) -> XMLNode {
        controls += 1
        let common: [XMLNode] = [
            .w("alias", ["val": title]), .w("tag", ["val": name]), .w("id", ["val": "\(controls)"]),
        ]
        return .w("sdt", [:], [.w("sdtPr", [:], common + properties), .w("sdtContent", [:], content)])
    }

    /// A table without lines that only places things side by side.
    ///
    /// - Parameter widths: Of the columns, in twips.
    mutating func addLayout(widths: [Int], indent: Int, rows: [[[XMLNode]]]) {
        let properties = XMLNode.w(
            "tblPr", [:],
            [
                .w("tblW", ["w": "\(widths.reduce(0, +))", "type": "dxa"]),
                .w("tblInd", ["w": "\(indent)", "type": "dxa"]),
                .w("tblLayout", ["type": "fixed"]),
                .w(
                    "tblCellMar", [:],
                    [.w("left", ["w": "0", "type": "dxa"]), .w("right", ["w": "0", "type": "dxa"])]),
            ])
        add(.w("tbl", [:], [properties, WordBody.grid(widths)] + rows.map { WordBody.row($0, widths: widths) }))
    }

    /// A table with lines whose first row repeats on every page.
    mutating func addTable(_ table: Passage.Table) {
        let shares = max(table.columns.map(\.share).reduce(0, +), 0.01)
        let widths = table.columns.map { Int(Double(textWidth) * $0.share / shares) }
        let line: KeyValuePairs = ["val": "single", "sz": "4", "space": "0", "color": "000000"]
        let borders = ["top", "left", "bottom", "right", "insideH", "insideV"].map { XMLNode.w($0, line) }
        let properties = XMLNode.w(
            "tblPr", [:],
            [
                .w("tblW", ["w": "\(textWidth)", "type": "dxa"]), .w("tblBorders", [:], borders),
                .w("tblLayout", ["type": "fixed"]), .w("tblLook", ["val": "0020"]),
            ])
        let head = table.head.map { cell in cell.map { $0.stronger } }
        var cells = [head.map { [XMLNode.paragraph(ParagraphFormat(style: "TableHead"), runs($0))] }]
        for row in table.rows {
            cells.append(
                zip(row, table.columns).map { cell, column in
                    let format = ParagraphFormat(style: "TableText", alignment: column.alignment.inWord)
                    return [XMLNode.paragraph(format, runs(cell))]
                })
        }
        let height = table.rowHeight.map(Twips.millimetres)
        let rows = cells.enumerated().map {
            WordBody.row($1, widths: widths, isHead: $0 == 0, height: $0 == 0 ? nil : height)
        }
        add(.w("tbl", [:], [properties, WordBody.grid(widths)] + rows))
    }

    private static func grid(_ widths: [Int]) -> XMLNode {
        .w("tblGrid", [:], widths.map { .w("gridCol", ["w": "\($0)"]) })
    }

    private static func row(_ cells: [[XMLNode]], widths: [Int], isHead: Bool = false, height: Int? = nil) -> XMLNode {
        let least = height.map { [XMLNode.w("trHeight", ["val": "\($0)", "hRule": "atLeast"])] } ?? []
        let properties: [XMLNode] = [.w("cantSplit")] + least + (isHead ? [.w("tblHeader")] : [])
        let columns = zip(cells, widths).map { cell, width in
            XMLNode.w("tc", [:], [.w("tcPr", [:], [.w("tcW", ["w": "\(width)", "type": "dxa"])])] + cell)
        }
        return .w("tr", [:], [.w("trPr", [:], properties)] + columns)
    }
}

extension TextRun {
    fileprivate var stronger: TextRun {
        var run = self
        run.strong = true
        return run
    }
}

extension Prose.Table.Alignment {
    fileprivate var inWord: ParagraphFormat.Alignment? {
        switch self {
        case .start: nil
        case .center: .center
        case .end: .right
        }
    }
}
