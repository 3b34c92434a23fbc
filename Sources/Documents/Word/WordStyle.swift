/// A named style of the document: an office restyles by changing it in Word.
struct WordStyle: Hashable, Sendable {
    enum Kind: String, Hashable, Sendable { case paragraph, character }

    var kind = Kind.paragraph
    var id: String
    /// As the list of styles shows it; built-in ones keep their English names, which Word translates.
    var name: String
    var basedOn = "Normal"
    var paragraph = ParagraphFormat()
    var run = RunFormat()

    var node: XMLNode {
        var children: [XMLNode] = [.w("name", ["val": name])]
        if kind == .paragraph { children.append(.w("basedOn", ["val": basedOn])) }
        children.append(.w("qFormat"))
        children += [kind == .paragraph ? paragraph.node : nil, run.node].compactMap(\.self)
        return .w("style", ["type": kind.rawValue, "styleId": id], children)
    }
}

extension WordStyle {
    /// Every style that papers use.
    ///
    /// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II (sizes and faces of each element).
    static let all: [WordStyle] = letterhead + body + closing + annex + form + small

    private static let letterhead: [WordStyle] = [
        centred("ParentAgency", "Cơ quan chủ quản", RunFormat(size: 12)),
        centred("IssuingAgency", "Cơ quan ban hành", RunFormat(bold: true, size: 12)),
        centred("DocumentNumber", "Số, ký hiệu", RunFormat(size: 13), before: Twips.points(8)),
        // 6 pt under the number.
        centred("DocumentSubject", "Trích yếu công văn", RunFormat(size: 13), before: Twips.points(6)),
        centred("Nation", "Quốc hiệu", RunFormat(bold: true, size: 12)),
        centred("Motto", "Tiêu ngữ", RunFormat(bold: true, size: 13)),
        centred("PlaceAndDate", "Địa danh, ngày", RunFormat(italic: true, size: 14), before: Twips.points(8)),
        WordStyle(
            id: "Rule", name: "Đường kẻ",
            paragraph: ParagraphFormat(isRuled: true, exactLine: Twips.points(4)), run: RunFormat(size: 2)),
    ]

    private static let body: [WordStyle] = [
        WordStyle(
            id: "Title", name: "Title",
            paragraph: ParagraphFormat(keepNext: true, before: Twips.points(16), alignment: .center),
            run: RunFormat(bold: true, size: 14)),
        WordStyle(
            id: "Subtitle", name: "Subtitle", paragraph: ParagraphFormat(keepNext: true, alignment: .center),
            run: RunFormat(bold: true, size: 14)),
        WordStyle(id: "BodyText", name: "Body Text", paragraph: indented),
        WordStyle(id: "LegalBasis", name: "Căn cứ", basedOn: "BodyText", run: RunFormat(italic: true)),
        WordStyle(id: "Quote", name: "Quote", basedOn: "BodyText", run: RunFormat(italic: true)),
        heading(1), heading(2), heading(3),
        WordStyle(
            id: "TableText", name: "Chữ trong bảng",
            paragraph: ParagraphFormat(before: Twips.points(3), after: Twips.points(3)), run: RunFormat(size: 13)),
        WordStyle(
            id: "TableHead", name: "Tên cột", basedOn: "TableText", paragraph: ParagraphFormat(alignment: .center)),
        WordStyle(
            id: "FactLabel", name: "Nhãn", paragraph: ParagraphFormat(before: Twips.points(6)),
            run: RunFormat(bold: true)),
        WordStyle(id: "FactText", name: "Nội dung của nhãn", paragraph: ParagraphFormat(before: Twips.points(6))),
        WordStyle(
            id: "Mark", name: "Dấu lưu ý",
            paragraph: ParagraphFormat(
                isBoxed: true, after: Twips.points(8), left: 100, right: 100, alignment: .center),
            run: RunFormat(bold: true, size: 13)),
        centred("Agency", "Cơ quan", RunFormat(bold: true), after: Twips.points(8)),
        centred("Code", "Mã QR", RunFormat(size: 12), before: Twips.points(8)),
    ]

    private static let annex: [WordStyle] = [
        WordStyle(
            id: "AnnexWord", name: "Phụ lục",
            paragraph: ParagraphFormat(keepNext: true, alignment: .center, outline: 0),
            run: RunFormat(bold: true, size: 14)),
        centred("AnnexName", "Tên phụ lục", RunFormat(bold: true, size: 14)),
        centred("AnnexReference", "Kèm theo văn bản", RunFormat(italic: true), after: Twips.points(6)),
        WordStyle(id: "LabelLine", name: "Dòng của nhãn", run: RunFormat(size: 13)),
    ]

    private static let closing: [WordStyle] = [
        WordStyle(id: "RecipientsTitle", name: "Nơi nhận", run: RunFormat(bold: true, italic: true, size: 12)),
        WordStyle(id: "RecipientsGroup", name: "Nhóm nơi nhận", run: RunFormat(italic: true, size: 11)),
        WordStyle(id: "RecipientsLine", name: "Dòng nơi nhận", run: RunFormat(size: 11)),
        centred("SignerPost", "Quyền hạn, chức vụ", RunFormat(bold: true, size: 14)),
        // Room for signature and seal.
        centred("SignerName", "Họ tên người ký", RunFormat(bold: true, size: 14), before: Twips.millimetres(29)),
    ]

    private static let form: [WordStyle] = [
        WordStyle(
            id: "DateRight", name: "Ngày tháng trên phiếu",
            paragraph: ParagraphFormat(before: Twips.points(10), alignment: .right), run: RunFormat(italic: true)),
        centred("Addressee", "Kính gửi", RunFormat(), before: Twips.points(12), after: Twips.points(6)),
        centred("AddresseeDetail", "Địa chỉ nơi nhận", RunFormat()),
        WordStyle(
            id: "Addressees", name: "Kính gửi nhiều nơi",
            paragraph: ParagraphFormat(before: Twips.points(12), left: Twips.millimetres(35))),
        WordStyle(
            id: "AddresseeLine", name: "Dòng kính gửi",
            paragraph: ParagraphFormat(before: Twips.points(3), left: Twips.millimetres(50))),
        WordStyle(
            id: "FieldLine", name: "Dòng điền",
            paragraph: ParagraphFormat(
                tabs: [.init(alignment: .right, leader: .dot, position: Twips.textWidth(.portrait))],
                exactLine: Twips.points(21))),
        WordStyle(
            id: "Question", name: "Câu hỏi", paragraph: ParagraphFormat(keepNext: true, before: Twips.points(6))),
        WordStyle(
            id: "Options", name: "Ô chọn",
            paragraph: ParagraphFormat(
                tabs: [.init(alignment: .left, leader: .none, position: Twips.textWidth(.portrait) / 2)],
                before: Twips.points(3))),
        WordStyle(
            id: "Matter", name: "Phần nội dung",
            paragraph: ParagraphFormat(keepNext: true, before: Twips.points(10), outline: 0),
            run: RunFormat(bold: true)),
        WordStyle(
            id: "Reply", name: "Chỗ trả lời",
            paragraph: ParagraphFormat(keepNext: true, before: Twips.points(8), firstLine: Twips.firstLine),
            run: RunFormat(bold: true)),
        WordStyle(
            id: "FormNote", name: "Ghi chú của phiếu", paragraph: ParagraphFormat(before: Twips.points(6)),
            run: RunFormat(italic: true, size: 12)),
    ]

    private static let small: [WordStyle] = [
        centred("Header", "header", RunFormat(size: 13)),
        // The address of the agency at the foot of the first page, under a rule from edge to edge.
        WordStyle(
            id: "Footer", name: "footer", paragraph: ParagraphFormat(isRuledAbove: true, alignment: .center),
            run: RunFormat(size: 11)),
        WordStyle(id: "FootnoteText", name: "footnote text", run: RunFormat(size: 11)),
        WordStyle(
            kind: .character, id: "FootnoteReference", name: "footnote reference",
            run: RunFormat(isSuperscript: true)),
        WordStyle(kind: .character, id: "PlaceholderText", name: "Placeholder Text"),
        WordStyle(kind: .character, id: "Blank", name: "Chỗ điền"),
    ]

    private static let indented = ParagraphFormat(
        before: Twips.points(6), firstLine: Twips.firstLine, alignment: .both)

    private static func heading(_ level: Int) -> WordStyle {
        var format = indented
        format.keepNext = true
        format.outline = level - 1
        return WordStyle(
            id: "Heading\(level)", name: "heading \(level)", paragraph: format, run: RunFormat(bold: true))
    }

    private static func centred(
        _ id: String, _ name: String, _ run: RunFormat, before: Int = 0, after: Int = 0
    ) -> WordStyle {
        WordStyle(
            id: id, name: name, paragraph: ParagraphFormat(before: before, after: after, alignment: .center), run: run)
    }
}
