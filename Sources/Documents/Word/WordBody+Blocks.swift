import Domain

extension WordBody {
    /// Draws one section; the caller closes it.
    ///
    /// - Parameter footnoteOffset: How many notes the sections before have: ids run through the file.
    mutating func add(_ section: PaperSection, footnoteOffset: Int) {
        self.footnoteOffset = footnoteOffset
        textWidth = Twips.textWidth(section.furniture.orientation)
        for (index, block) in section.blocks.enumerated() {
            let next = index + 1 < section.blocks.count ? section.blocks[index + 1] : nil
            // The signature never stands on a page without text.
            if case .closing = next { add(block, staysWithNext: true) } else { add(block, staysWithNext: false) }
        }
    }

    private mutating func add(_ block: PaperBlock, staysWithNext: Bool) {
        switch block {
        case .letterhead(let head): addLetterhead(head)
        case .nation(let lines): WordBody.nation(lines, in: textWidth).forEach { add($0) }
        case .dateLine(let line): add(.paragraph(ParagraphFormat(style: "DateRight"), runs(line.runs)))
        case .title(let title): addTitle(title)
        case .annex(let title): addAnnex(title)
        case .labels(let sheet): addLabels(sheet)
        case .addressees(let addressees): addAddressees(addressees)
        case .passage(let passage): add(passage, staysWithNext: staysWithNext)
        case .field(let item): add(item)
        case .facts(let facts): addFacts(facts)
        case .code(let code): addCode(code)
        case .notes(let notes): notes.forEach { add(.paragraph("FormNote", $0)) }
        case .mark(let words): add(.paragraph("Mark", words))
        case .agency(let words): add(.paragraph("Agency", words))
        // A list that Word has not filled in yet is an empty one: its navigation pane shows the headings.
        case .contents: break
        case .closing(let closing): addClosing(closing)
        }
    }

    /// In the smaller of the decree's sizes both columns lie within the margins.
    private mutating func addLetterhead(_ head: Letterhead) {
        let right = Twips.millimetres(91)
        let left = textWidth - right
        let agencyLine = min(TimesBold.width(of: head.agency, size: 12), left)
        let agency: [XMLNode] = [
            .paragraph("ParentAgency", head.parent), .paragraph("IssuingAgency", head.agency),
            .rule(length: agencyLine * 21 / 50, in: left),
        ]
        var number = head.number.map { [line($0, "DocumentNumber")] } ?? []
        if !head.subject.isEmpty { number.append(.paragraph("DocumentSubject", head.subject)) }
        let date = head.dateLine.map { [line($0, "PlaceAndDate")] } ?? []
        var rows = [[agency, WordBody.nation(head.nation, in: right)]]
        if !number.isEmpty || !date.isEmpty {
            // A cell without a paragraph is not a cell.
            rows.append([number, date].map { $0.isEmpty ? [.paragraph(ParagraphFormat(), [])] : $0 })
        }
        addLayout(widths: [left, right], indent: 0, rows: rows)
    }

    /// Quốc hiệu and tiêu ngữ over a rule as long as the second line.
    static func nation(_ lines: [String], in width: Int) -> [XMLNode] {
        guard let first = lines.first, let last = lines.last else { return [] }
        return [
            .paragraph("Nation", first), .paragraph("Motto", last),
            .rule(length: TimesBold.width(of: last, size: 13), in: width),
        ]
    }

    private mutating func line(_ blank: BlankLine, _ style: String) -> XMLNode {
        .paragraph(ParagraphFormat(style: style), runs(blank.runs))
    }

    private mutating func addTitle(_ title: DocumentTitle) {
        add(.paragraph("Title", title.name))
        if !title.abstract.isEmpty { add(.paragraph("Subtitle", title.abstract)) }
        guard title.isRuled, !title.abstract.isEmpty else { return }
        let line = min(TimesBold.width(of: title.abstract, size: 14), textWidth)
        add(.rule(length: line * 2 / 5, in: textWidth, after: Twips.points(10)))
    }

    private mutating func addAnnex(_ title: AnnexTitle) {
        add(.paragraph("AnnexWord", title.word))
        add(.paragraph("AnnexName", title.name))
        add(.paragraph(ParagraphFormat(style: "AnnexReference"), runs(title.reference)))
    }

    private mutating func addAddressees(_ addressees: Addressees) {
        if addressees.names.count == 1 {
            add(.paragraph("Addressee", "\(addressees.label) \(addressees.names[0])"))
            for line in addressees.details { add(.paragraph("AddresseeDetail", line)) }
        } else {
            add(.paragraph(ParagraphFormat(style: "Addressees", keepNext: true), [.run(addressees.label)]))
            for line in addressees.listed { add(.paragraph("AddresseeLine", line)) }
        }
    }

    private mutating func add(_ passage: Passage, staysWithNext: Bool) {
        if let table = passage.table {
            // A table has no distance of its own to the paragraph before.
            add(.paragraph(ParagraphFormat(keepNext: true, exactLine: Twips.points(8)), []))
            return addTable(table)
        }
        guard passage.kind != .list else { return add(passage.items, staysWithNext: staysWithNext) }
        add(label: passage.label, passage, staysWithNext: staysWithNext)
    }

    private mutating func add(_ items: [Passage.Item], staysWithNext: Bool) {
        for (number, item) in items.enumerated() {
            for (index, passage) in item.passages.enumerated() {
                let isLast = number == items.count - 1 && index == item.passages.count - 1
                if index == 0 {
                    add(label: item.label, passage, staysWithNext: staysWithNext && isLast)
                } else {
                    add(passage, staysWithNext: staysWithNext && isLast)
                }
            }
        }
    }

    private mutating func add(label: String, _ passage: Passage, staysWithNext: Bool) {
        var format = ParagraphFormat(style: passage.kind.style)
        if staysWithNext { (format.keepNext, format.keepLines) = (true, true) }
        if passage.staysWithNext { format.keepNext = true }
        let words = label.isEmpty ? [] : [XMLNode.run("\(label) ", RunFormat(bold: passage.kind == .note))]
        add(.paragraph(format, words + runs(passage.runs)))
    }

    private mutating func addFacts(_ facts: [LabelledText]) {
        let label = textWidth / 4
        addLayout(
            widths: [label, textWidth - label], indent: 0,
            rows: facts.map { [[.paragraph("FactLabel", $0.label)], [.paragraph("FactText", $0.text)]] })
    }

    private mutating func addClosing(_ closing: Closing) {
        var columns: [[XMLNode]] = []
        if let recipients = closing.recipients {
            var lines: [XMLNode] = [.paragraph("RecipientsTitle", recipients.title)]
            for group in recipients.groups {
                if !group.heading.isEmpty { lines.append(.paragraph("RecipientsGroup", group.heading)) }
                lines += group.lines.map { .paragraph("RecipientsLine", $0) }
            }
            columns.append(lines)
        }
        columns += closing.signatures.map(WordBody.signer)
        if columns.count == 1 { columns.insert([.paragraph(ParagraphFormat(), [])], at: 0) }
        let width = textWidth / max(1, columns.count)
        // A row of this height keeps the block apart from the text.
        add(.paragraph(ParagraphFormat(keepNext: true, exactLine: Twips.points(10)), []))
        addLayout(widths: columns.map { _ in width }, indent: 0, rows: [columns])
    }

    /// Rules stand where post and name are not known.
    private static func signer(_ signature: Signature) -> [XMLNode] {
        func line(_ style: String, _ words: String) -> XMLNode {
            words.isEmpty
                ? .paragraph(ParagraphFormat(style: style), [gap(55)]) : .paragraph(style, words)
        }
        let authority = signature.authority.isEmpty ? [] : [line("SignerPost", signature.authority)]
        return authority + [line("SignerPost", signature.post), line("SignerName", signature.name)]
    }
}

extension Passage.Kind {
    fileprivate var style: String {
        switch self {
        case .part: "Heading1"
        case .section: "Heading2"
        case .subsection: "Heading3"
        case .quote: "Quote"
        case .basis: "LegalBasis"
        case .paragraph, .list, .note, .table: "BodyText"
        }
    }
}
