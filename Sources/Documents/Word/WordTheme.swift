/// The theme part, which Word expects in every document: black on white, one face.
///
/// Source: ECMA-376 part 1, 14.2.7 and 20.1.6 (theme).
enum WordTheme {
    /// The face the decree names: Times New Roman.
    static let face = "Times New Roman"
    /// Has the boxes ☐ and ☒ wherever Word is.
    static let boxFace = "MS Gothic"

    static let part = XMLNode.tag(
        "a:theme", ["xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main", "name": "Văn bản"],
        [.tag("a:themeElements", [:], [colours, fonts, formats])])

    private static let colours = XMLNode.tag(
        "a:clrScheme", ["name": "Văn bản"],
        [
            ("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", "000000"), ("lt2", "FFFFFF"), ("accent1", "000000"),
            ("accent2", "404040"), ("accent3", "595959"), ("accent4", "7F7F7F"), ("accent5", "A6A6A6"),
            ("accent6", "BFBFBF"), ("hlink", "000000"), ("folHlink", "000000"),
        ].map { .tag("a:\($0.0)", [:], [.tag("a:srgbClr", ["val": $0.1])]) })

    private static let fonts = XMLNode.tag(
        "a:fontScheme", ["name": "Văn bản"],
        ["major", "minor"].map { kind in
            .tag(
                "a:\(kind)Font", [:],
                [
                    .tag("a:latin", ["typeface": face]), .tag("a:ea", ["typeface": ""]),
                    .tag("a:cs", ["typeface": ""]),
                ])
        })

    /// Three of each, as the schema demands; nothing in our documents uses them.
    private static let formats = XMLNode.tag(
        "a:fmtScheme", ["name": "Văn bản"],
        [
            .tag("a:fillStyleLst", [:], Array(repeating: fill, count: 3)),
            .tag(
                "a:lnStyleLst", [:], Array(repeating: .tag("a:ln", ["w": "9525"], [fill]), count: 3)),
            .tag(
                "a:effectStyleLst", [:],
                Array(repeating: .tag("a:effectStyle", [:], [.tag("a:effectLst")]), count: 3)),
            .tag("a:bgFillStyleLst", [:], Array(repeating: fill, count: 3)),
        ])

    private static let fill = XMLNode.tag("a:solidFill", [:], [.tag("a:schemeClr", ["val": "phClr"])])
}
