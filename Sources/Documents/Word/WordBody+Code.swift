extension WordBody {
    /// A QR code with its words under it.
    mutating func addCode(_ code: QRCode) {
        let image = add(PNGImage(code))
        add(.paragraph(ParagraphFormat(style: "Code"), [.run(RunFormat(), [picture(code, number: image)])]))
        add(.paragraph("Code", code.caption))
        add(.paragraph("Code", code.text))
    }

    /// Source: ECMA-376 part 1, 20.4.2.8 (inline) and 20.2.2.5 (pic).
    private func picture(_ code: QRCode, number: Int) -> XMLNode {
        // 28 mm in English metric units, 36 000 a millimetre.
        let edge = "\(28 * 36_000)"
        let name = "Mã QR \(number)"
        let extent = XMLNode.tag("wp:extent", ["cx": edge, "cy": edge])
        let properties = XMLNode.tag(
            "wp:docPr", ["id": "\(number)", "name": name, "descr": "\(code.caption) \(code.text)"])
        let none: KeyValuePairs = ["distT": "0", "distB": "0", "distL": "0", "distR": "0"]
        let inside = XMLNode.tag(
            "a:graphic", ["xmlns:a": Self.drawing],
            [.tag("a:graphicData", ["uri": "\(Self.drawing.dropLast(5))/picture"], [pixels(number, name, edge)])])
        return .w("drawing", [:], [.tag("wp:inline", none, [extent, properties, inside])])
    }

    private func pixels(_ number: Int, _ name: String, _ edge: String) -> XMLNode {
        let transform = XMLNode.tag(
            "a:xfrm", [:], [.tag("a:off", ["x": "0", "y": "0"]), .tag("a:ext", ["cx": edge, "cy": edge])])
        let shape = XMLNode.tag("a:prstGeom", ["prst": "rect"], [.tag("a:avLst")])
        let fill = [
            XMLNode.tag("a:blip", ["r:embed": "rIdImage\(number)"]), .tag("a:stretch", [:], [.tag("a:fillRect")]),
        ]
        return .tag(
            "pic:pic", ["xmlns:pic": "\(Self.drawing.dropLast(5))/picture"],
            [
                .tag(
                    "pic:nvPicPr", [:], [.tag("pic:cNvPr", ["id": "\(number)", "name": name]), .tag("pic:cNvPicPr")]),
                .tag("pic:blipFill", [:], fill), .tag("pic:spPr", [:], [transform, shape]),
            ])
    }

    private static let drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
}
