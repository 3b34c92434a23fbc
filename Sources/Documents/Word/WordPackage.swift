import Domain

/// The parts of a DOCX file around its body.
///
/// Source: ECMA-376 part 1 (WordprocessingML) and part 2 (packages).
struct WordPackage {
    var title: String
    var author: String
    /// A language tag; only Vietnamese is given its country.
    var language: String
    var date: CivilDate
    var body: WordBody
    /// Note n is at n − 1.
    var footnotes: [[TextRun]]

    /// The whole file.
    var bytes: [UInt8] {
        var notes = WordBody()
        let footnoteNodes = footnotes.enumerated().map { WordPackage.footnote($0 + 1, notes.runs($1)) }
        var archive = ZipArchive()
        // The list of types comes first, as readers expect.
        archive.add("[Content_Types].xml", contentTypes.document)
        archive.add("_rels/.rels", packageRelationships.document)
        archive.add("docProps/core.xml", properties.document)
        archive.add("word/document.xml", document.document)
        archive.add("word/_rels/document.xml.rels", relationships(links: body.links, withParts: true).document)
        archive.add("word/styles.xml", styles.document)
        archive.add("word/settings.xml", settings.document)
        archive.add("word/fontTable.xml", fontTable.document)
        archive.add("word/theme/theme1.xml", WordTheme.part.document)
        archive.add("word/header1.xml", header.document)
        if !footnotes.isEmpty {
            archive.add("word/footnotes.xml", footnotesPart(footnoteNodes).document)
            archive.add(
                "word/_rels/footnotes.xml.rels", relationships(links: notes.links, withParts: false).document)
        }
        return archive.bytes
    }

    private var wordLanguage: String { language == "vi" ? "vi-VN" : language }

    // MARK: Parts

    private var document: XMLNode {
        let section = XMLNode.w(
            "sectPr", [:],
            [
                .tag("w:headerReference", ["w:type": "default", "r:id": "rIdHeader"]),
                .w("pgSz", ["w": "11906", "h": "16838"]),
                .w(
                    "pgMar",
                    [
                        "top": "\(Twips.millimetres(20))", "right": "\(Twips.millimetres(15))",
                        "bottom": "\(Twips.millimetres(20))", "left": "\(Twips.millimetres(30))",
                        "header": "\(Twips.millimetres(10))", "footer": "\(Twips.millimetres(10))", "gutter": "0",
                    ]),
                // No page number on the first page.
                .w("titlePg"),
            ])
        return root("document", [.w("body", [:], body.nodes + [section])])
    }

    private var header: XMLNode {
        let field: [XMLNode] = ["begin", "instruction", "separate", "result", "end"].map { part in
            switch part {
            case "instruction":
                .run(RunFormat(), [.tag("w:instrText", ["xml:space": "preserve"], [.text(" PAGE ")])])
            case "result": .run("2")
            default: .run(RunFormat(), [.w("fldChar", ["fldCharType": part])])
            }
        }
        return root("hdr", [.paragraph(ParagraphFormat(style: "Header"), field)])
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

    private func root(_ name: String, _ children: [XMLNode]) -> XMLNode {
        .tag(
            "w:\(name)",
            [
                "xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                "xmlns:mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
                "xmlns:w14": "http://schemas.microsoft.com/office/word/2010/wordml", "mc:Ignorable": "w14",
            ], children)
    }
}
