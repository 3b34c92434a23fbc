/// The look of a paragraph, written in the order the schema wants.
///
/// Source: ECMA-376 part 1, 17.3.1.26 (pPr).
struct ParagraphFormat: Hashable, Sendable {
    enum Alignment: String, Hashable, Sendable { case left, center, right, both }
    enum TabLeader: String, Hashable, Sendable { case none, dot }

    struct Tab: Hashable, Sendable {
        var alignment: Alignment
        var leader: TabLeader
        /// Twips from the left edge of the text.
        var position: Int
    }

    /// A style's id; empty in a style's own definition.
    var style = ""
    var keepNext = false
    var keepLines = false
    /// A drawn rule under the paragraph.
    var isRuled = false
    /// A drawn rule above it.
    var isRuledAbove = false
    /// A drawn box round it.
    var isBoxed = false
    var tabs: [Tab] = []
    /// Twips.
    var before = 0
    var after = 0
    /// Twips; nothing for single spacing.
    var exactLine: Int?
    /// Twips.
    var left = 0
    var right = 0
    var firstLine = 0
    var alignment: Alignment?
    /// 0 for the highest heading.
    var outline: Int?
    /// The page set-up of the section that ends with the paragraph.
    var section: XMLNode?

    var node: XMLNode? {
        var children: [XMLNode] = []
        if !style.isEmpty { children.append(.w("pStyle", ["val": style])) }
        if keepNext { children.append(.w("keepNext")) }
        if keepLines { children.append(.w("keepLines")) }
        let rules =
            isBoxed
            ? ["top", "left", "bottom", "right"] : (isRuledAbove ? ["top"] : []) + (isRuled ? ["bottom"] : [])
        if !rules.isEmpty {
            let line: KeyValuePairs = ["val": "single", "sz": "6", "space": isRuled ? "0" : "4", "color": "000000"]
            children.append(.w("pBdr", [:], rules.map { .w($0, line) }))
        }
        if !tabs.isEmpty { children.append(.w("tabs", [:], tabs.map(\.node))) }
        children += [spacing, indent].compactMap(\.self)
        if let alignment { children.append(.w("jc", ["val": alignment.rawValue])) }
        if let outline { children.append(.w("outlineLvl", ["val": "\(outline)"])) }
        if let section { children.append(section) }
        return children.isEmpty ? nil : .w("pPr", [:], children)
    }

    private var spacing: XMLNode? {
        guard before != 0 || after != 0 || exactLine != nil else { return nil }
        guard let exactLine else { return .w("spacing", ["before": "\(before)", "after": "\(after)"]) }
        return .w(
            "spacing",
            ["before": "\(before)", "after": "\(after)", "line": "\(exactLine)", "lineRule": "exact"])
    }

    private var indent: XMLNode? {
        guard left != 0 || right != 0 || firstLine != 0 else { return nil }
        return .w("ind", ["left": "\(left)", "right": "\(right)", "firstLine": "\(firstLine)"])
    }
}

extension ParagraphFormat.Tab {
    fileprivate var node: XMLNode {
        .w("tab", ["val": alignment.rawValue, "leader": leader.rawValue, "pos": "\(position)"])
    }
}

/// The look of a run, written in the order the schema wants.
///
/// Source: ECMA-376 part 1, 17.3.2.28 (rPr).
struct RunFormat: Hashable, Sendable {
    /// A character style's id; empty for none.
    var style = ""
    /// Empty for the document's face.
    var font = ""
    var bold = false
    var italic = false
    /// Points; nothing for the style's.
    var size: Double?
    var isSuperscript = false

    var node: XMLNode? {
        var children: [XMLNode] = []
        if !style.isEmpty { children.append(.w("rStyle", ["val": style])) }
        if !font.isEmpty {
            children.append(.w("rFonts", ["ascii": font, "eastAsia": font, "hAnsi": font, "cs": font]))
        }
        if bold { children += [.w("b"), .w("bCs")] }
        if italic { children += [.w("i"), .w("iCs")] }
        if let size {
            let halves = "\(Int((size * 2).rounded()))"
            children += [.w("sz", ["val": halves]), .w("szCs", ["val": halves])]
        }
        if isSuperscript { children.append(.w("vertAlign", ["val": "superscript"])) }
        return children.isEmpty ? nil : .w("rPr", [:], children)
    }
}

extension XMLNode {
    /// A paragraph of runs.
    static func paragraph(_ format: ParagraphFormat, _ children: [XMLNode]) -> XMLNode {
        .w("p", [:], [format.node].compactMap(\.self) + children)
    }

    /// A paragraph of plain words in a style.
    static func paragraph(_ style: String, _ words: String) -> XMLNode {
        .paragraph(ParagraphFormat(style: style), [.run(words)])
    }

    /// Words as typed, every space kept.
    static func run(_ words: String, _ format: RunFormat = RunFormat()) -> XMLNode {
        run(format, [.tag("w:t", ["xml:space": "preserve"], [.text(words)])])
    }

    /// A run of anything else: tabs, breaks, notes.
    static func run(_ format: RunFormat, _ children: [XMLNode]) -> XMLNode {
        .w("r", [:], [format.node].compactMap(\.self) + children)
    }

    /// The runs of a field that Word works out, such as the page number.
    static func field(_ instruction: String, shows result: String) -> [XMLNode] {
        func mark(_ type: String) -> XMLNode { .run(RunFormat(), [.w("fldChar", ["fldCharType": type])]) }
        let words = XMLNode.tag("w:instrText", ["xml:space": "preserve"], [.text(instruction)])
        return [mark("begin"), .run(RunFormat(), [words]), mark("separate"), .run(result), mark("end")]
    }

    /// A rule `length` twips long, centred in `width`: a border, so nothing reads it aloud.
    ///
    /// - Parameter after: Twips below it.
    static func rule(length: Int, in width: Int, after: Int = 0) -> XMLNode {
        let side = max(0, (width - length) / 2)
        return .paragraph(ParagraphFormat(style: "Rule", after: after, left: side, right: side), [])
    }
}
