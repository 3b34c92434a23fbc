package import Domain

extension OfficialDocument {
    /// The plan of an edition in its official layout.
    ///
    /// Number and day stay blank: the clerk gives them. Month and year are those of the announcement.
    package init(plan: Plan, of dialogue: Dialogue, site: Site) {
        let announced = CivilDate(of: dialogue.schedule.announced)
        kind = .plan
        language = plan.page.language
        title = plan.page.title.composed
        author = site.agency.fullName.composed
        date = plan.page.updated
        letterhead = Letterhead(
            agency: site.agency, symbol: plan.numberSymbol,
            dateLine: .date(place: site.agency.place, in: announced))
        typeName = kind.typeName
        abstract = plan.documentTitle.composed
        legalBases = OfficialDocument.legalBases(plan.legalBases.compactMap(site.legalReference))
        opening = [TextRun(plan.opening)]
        body = PassageWriter.passages(of: plan.page.body, baseURL: site.baseURL).closed
        footnotes = PassageWriter.footnotes(of: plan.page.body, baseURL: site.baseURL)
        recipients = RecipientsBlock(dialogue.recipients, archive: dialogue.archive)
        signature = dialogue.signature
    }

    /// «Căn cứ Quyết định số …;», the last line with a full stop.
    static func legalBases(_ references: [LegalReference]) -> [String] {
        references.enumerated().map { index, reference in
            let end = index == references.count - 1 ? "." : ";"
            return "Căn cứ \(reference.citation)\(end)".composed
        }
    }
}

extension RecipientsBlock {
    /// Electronic copies, then paper copies, then «Lưu»; no headings when only one medium is used.
    package init(_ recipients: [Recipient], archive: String) {
        title = "Nơi nhận:"
        let media: [(Recipient.Medium, String)] = [
            (.electronic, "Gửi bản điện tử:"), (.paper, "Gửi bản giấy:"),
        ]
        groups = media.compactMap { medium, heading in
            let lines = recipients.filter { $0.medium == medium }.map { "- \($0.nameWithPurpose);" }
            return lines.isEmpty ? nil : Group(heading: heading, lines: lines)
        }
        if groups.count == 1 { groups[0].heading = "" }
        if groups.isEmpty { groups = [Group(heading: "", lines: [])] }
        groups[groups.count - 1].lines.append("- Lưu: \(archive).")
        for index in groups.indices {
            groups[index].lines = groups[index].lines.map(\.composed)
        }
    }
}

extension Recipient {
    /// «UBND tỉnh (b/c)».
    fileprivate var nameWithPurpose: String { purpose.isEmpty ? name : "\(name) (\(purpose))" }
}
