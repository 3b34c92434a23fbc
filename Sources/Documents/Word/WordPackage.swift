import Domain

/// The parts of a DOCX file around its body.
///
/// Source: ECMA-376 part 1 (WordprocessingML) and part 2 (packages).
struct WordPackage {
    let title: String
    let author: String
    /// A language tag; only Vietnamese is given its country.
    let language: String
    let date: CivilDate
    private(set) var body = WordBody()
    /// Of all sections; note n is at n − 1.
    let footnotes: [[TextRun]]
    /// Lines at the foot of first pages, each once.
    let feet: [String]
    /// What stands above pages, each once.
    let heads: [Head]

    init(_ paper: Paper) {
        title = paper.title
        author = paper.author
        language = paper.language
        date = paper.date
        footnotes = paper.sections.flatMap(\.footnotes)
        let furniture = paper.sections.map(\.furniture)
        feet = WordPackage.once(furniture.map(\.foot).filter { !$0.isEmpty })
        heads = WordPackage.once(
            furniture.map { Head($0) }
                + furniture.filter { !$0.warning.isEmpty }.map { Head($0, isFirst: true) })
        var notes = 0
        for (index, section) in paper.sections.enumerated() {
            body.add(section, footnoteOffset: notes)
            notes += section.footnotes.count
            // A section ends with a paragraph that holds its page set-up and takes no room.
            let isLast = index == paper.sections.count - 1
            var end = ParagraphFormat(exactLine: Twips.points(1))
            if !isLast { end.section = setUp(section.furniture) }
            body.add(.paragraph(end, []))
            if isLast { body.add(setUp(section.furniture)) }
        }
    }

    private static func once<Value: Hashable>(_ values: [Value]) -> [Value] {
        var seen: Set<Value> = []
        return values.filter { seen.insert($0).inserted }
    }

    /// The whole file.
    var bytes: [UInt8] {
        var notes = WordBody()
        let footnoteNodes = footnotes.enumerated().map { WordPackage.footnote($0 + 1, notes.runs($1)) }
        var archive = ZipArchive()
        // The list of types comes first, as readers expect.
        archive.add("[Content_Types].xml", contentTypes.document)
        archive.add("_rels/.rels", packageRelationships.document)
        archive.add("docProps/core.xml", properties.document)
        archive.add("word/document.xml", root("document", [.w("body", [:], body.nodes)]).document)
        archive.add("word/_rels/document.xml.rels", relationships(links: body.links, withParts: true).document)
        archive.add("word/styles.xml", styles.document)
        archive.add("word/settings.xml", settings.document)
        archive.add("word/fontTable.xml", fontTable.document)
        archive.add("word/theme/theme1.xml", WordTheme.part.document)
        for (index, head) in heads.enumerated() {
            archive.add("word/header\(index + 1).xml", header(head).document)
        }
        for (index, foot) in feet.enumerated() {
            archive.add("word/footer\(index + 1).xml", root("ftr", [.paragraph("Footer", foot)]).document)
        }
        for (index, image) in body.images.enumerated() {
            archive.add("word/media/image\(index + 1).png", image.bytes)
        }
        if !footnotes.isEmpty {
            archive.add("word/footnotes.xml", footnotesPart(footnoteNodes).document)
            archive.add(
                "word/_rels/footnotes.xml.rels", relationships(links: notes.links, withParts: false).document)
        }
        return archive.bytes
    }

    private var wordLanguage: String { language == "vi" ? "vi-VN" : language }

    // MARK: Parts

    /// The page set-up of a section.
    private func setUp(_ furniture: PageFurniture) -> XMLNode {
        // Even an empty header would take room from a sheet without margins.
        var children = furniture.isEdgeToEdge ? [] : [reference("default", Head(furniture))]
        if !furniture.warning.isEmpty { children.append(reference("first", Head(furniture, isFirst: true))) }
        if let foot = feet.firstIndex(of: furniture.foot) {
            children.append(.tag("w:footerReference", ["w:type": "first", "r:id": "rIdFooter\(foot + 1)"]))
        }
        switch furniture.orientation {
        case .portrait: children.append(.w("pgSz", ["w": "11906", "h": "16838"]))
        case .landscape: children.append(.w("pgSz", ["w": "16838", "h": "11906", "orient": "landscape"]))
        }
        let margins = [("top", 20.0), ("right", 15), ("bottom", 20), ("left", 30), ("header", 10), ("footer", 10)]
        let edges = furniture.isEdgeToEdge ? margins.map { ($0.0, 0.0) } : margins
        children.append(
            .element(
                name: "w:pgMar",
                attributes: edges.map { .init(name: "w:\($0.0)", value: "\(Twips.millimetres($0.1))") }
                    + [.init(name: "w:gutter", value: "0")], children: []))
        // Every letter and annex is numbered from 1, and no number stands on its first page.
        children += [.w("pgNumType", ["start": "1"]), .w("titlePg")]
        return .w("sectPr", [:], children)
    }

    private var styles: XMLNode {
        let face = WordTheme.face
        let run: [XMLNode] = [
            .w("rFonts", ["ascii": face, "eastAsia": face, "hAnsi": face, "cs": face]),
            .w("sz", ["val": "28"]), .w("szCs", ["val": "28"]),
            .w("lang", ["val": wordLanguage, "eastAsia": wordLanguage, "bidi": "ar-SA"]),
        ]
        let spacing = XMLNode.w("spacing", ["before": "0", "after": "0", "line": "240", "lineRule": "auto"])
        let defaults = XMLNode.w(
            "docDefaults", [:],
            [
                .w("rPrDefault", [:], [.w("rPr", [:], run)]),
                .w("pPrDefault", [:], [.w("pPr", [:], [spacing])]),
            ])
        let normal = XMLNode.w(
            "style", ["type": "paragraph", "default": "1", "styleId": "Normal"],
            [.w("name", ["val": "Normal"]), .w("qFormat")])
        return root("styles", [defaults, normal] + WordStyle.all.map(\.node))
    }

    private var settings: XMLNode {
        var children: [XMLNode] = [
            .w("zoom", ["percent": "100"]), .w("defaultTabStop", ["val": "\(Twips.firstLine)"]),
        ]
        if !footnotes.isEmpty {
            children.append(.w("footnotePr", [:], ["-1", "0"].map { .w("footnote", ["id": $0]) }))
        }
        let mode = XMLNode.w(
            "compatSetting",
            ["name": "compatibilityMode", "uri": "http://schemas.microsoft.com/office/word", "val": "15"])
        children += [.w("compat", [:], [mode]), .w("themeFontLang", ["val": wordLanguage])]
        return root("settings", children)
    }

    /// What stands in for a face that a machine lacks.
    private var fontTable: XMLNode {
        let faces = [(WordTheme.face, "roman", "variable"), (WordTheme.boxFace, "modern", "fixed")]
        return root(
            "fonts",
            faces.map { name, family, pitch in
                .w("font", ["name": name], [.w("family", ["val": family]), .w("pitch", ["val": pitch])])
            })
    }

    private func footnotesPart(_ notes: [XMLNode]) -> XMLNode {
        let separators = [("separator", "-1"), ("continuationSeparator", "0")].map { name, id in
            XMLNode.w(
                "footnote", ["type": name, "id": id],
                [.paragraph(ParagraphFormat(), [.run(RunFormat(), [.w(name)])])])
        }
        return root("footnotes", separators + notes)
    }

    private static func footnote(_ number: Int, _ runs: [XMLNode]) -> XMLNode {
        let mark = XMLNode.run(RunFormat(style: "FootnoteReference"), [.w("footnoteRef")])
        return .w(
            "footnote", ["id": "\(number)"],
            [.paragraph(ParagraphFormat(style: "FootnoteText"), [mark, .run(" ")] + runs)])
    }

    func root(_ name: String, _ children: [XMLNode]) -> XMLNode {
        .tag(
            "w:\(name)",
            [
                "xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                "xmlns:wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
                "xmlns:mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
                "xmlns:w14": "http://schemas.microsoft.com/office/word/2010/wordml", "mc:Ignorable": "w14",
            ], children)
    }
}
