import Domain

extension WordBody {
    /// An official document with a type name, from the letterhead to the signature.
    init(_ document: OfficialDocument) {
        self.init()
        addLetterhead(document.letterhead)
        add(.paragraph("Title", document.typeName))
        add(.paragraph("Subtitle", document.abstract))
        let line = min(TimesBold.width(of: document.abstract, size: 14), Twips.textWidth)
        add(.rule(length: line * 2 / 5, in: Twips.textWidth, after: Twips.points(10)))
        for basis in document.legalBases { add(.paragraph("LegalBasis", basis)) }
        add(.paragraph(ParagraphFormat(style: "BodyText"), runs(document.opening)))
        for (index, passage) in document.body.enumerated() {
            // The signature never stands on a page without text.
            add(passage, staysWithNext: index == document.body.count - 1)
        }
        addClosing(document)
    }

    /// Both columns together are wider than the text: the table hangs out 8 mm to the left and 2 mm to the right.
    private mutating func addLetterhead(_ head: Letterhead) {
        let left = Twips.millimetres(77)
        let right = Twips.millimetres(98)
        let agencyLine = min(TimesBold.width(of: head.agency, size: 13), left)
        addLayout(
            widths: [left, right], indent: -Twips.millimetres(8),
            rows: [
                [
                    [
                        .paragraph("ParentAgency", head.parent), .paragraph("IssuingAgency", head.agency),
                        .rule(length: agencyLine * 21 / 50, in: left),
                    ],
                    WordBody.nation(head.nation, in: right),
                ],
                [
                    [.paragraph("DocumentNumber", WordBody.line(head.number))],
                    [.paragraph("PlaceAndDate", WordBody.line(head.dateLine))],
                ],
            ])
    }

    /// Quốc hiệu and tiêu ngữ over a rule as long as the second line.
    static func nation(_ lines: [String], in width: Int) -> [XMLNode] {
        guard let first = lines.first, let last = lines.last else { return [] }
        return [
            .paragraph("Nation", first), .paragraph("Motto", last),
            .rule(length: TimesBold.width(of: last, size: 14), in: width),
        ]
    }

    /// The gap is made of spaces that neither shrink nor break.
    static func line(_ blank: BlankLine) -> String {
        blank.before + String(repeating: "\u{A0}", count: 7) + blank.after
    }

    private mutating func add(_ passage: Passage, staysWithNext: Bool) {
        if let table = passage.table {
            // A table has no distance of its own to the paragraph before.
            add(.paragraph(ParagraphFormat(keepNext: true, exactLine: Twips.points(8)), []))
            return addTable(table)
        }
        let label = passage.label.isEmpty ? "" : "\(passage.label) "
        var format = ParagraphFormat(style: passage.kind.style)
        if staysWithNext { (format.keepNext, format.keepLines) = (true, true) }
        let labelled = label.isEmpty ? [] : [XMLNode.run(label, RunFormat(bold: passage.kind == .note))]
        add(.paragraph(format, labelled + runs(passage.runs)))
    }

    private mutating func addClosing(_ document: OfficialDocument) {
        var recipients: [XMLNode] = [.paragraph("RecipientsTitle", document.recipients.title)]
        for group in document.recipients.groups {
            if !group.heading.isEmpty { recipients.append(.paragraph("RecipientsGroup", group.heading)) }
            recipients += group.lines.map { .paragraph("RecipientsLine", $0) }
        }
        var signer = [document.signature.authority, document.signature.post].filter { !$0.isEmpty }
            .map { XMLNode.paragraph("SignerPost", $0) }
        signer.append(.paragraph("SignerName", document.signature.name))
        let half = Twips.textWidth / 2
        // A row of this height keeps the block apart from the text.
        add(.paragraph(ParagraphFormat(keepNext: true, exactLine: Twips.points(10)), []))
        addLayout(widths: [half, half], indent: 0, rows: [[recipients, signer]])
        // A body ends with a paragraph, and this one takes no room.
        add(.paragraph(ParagraphFormat(exactLine: Twips.points(1)), []))
    }
}

extension Passage.Kind {
    fileprivate var style: String {
        switch self {
        case .part: "Heading1"
        case .section: "Heading2"
        case .subsection: "Heading3"
        case .quote: "Quote"
        case .paragraph, .point, .dash, .note, .table: "BodyText"
        }
    }
}
