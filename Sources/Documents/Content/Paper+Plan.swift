package import Domain

extension Paper {
    /// The plan of an edition in its official layout.
    ///
    /// Number and day stay blank: the clerk gives them. Month and year are those of the announcement.
    package static func plan(_ plan: Plan, of dialogue: Dialogue, site: Site) -> Paper {
        let announced = CivilDate(of: dialogue.schedule.announced)
        let head = Letterhead(
            agency: site.agency, symbol: plan.numberSymbol, dateLine: .date(place: site.agency.place, in: announced))
        var passages = Passage.legalBases(plan.legalBases.compactMap(site.legalReference))
        passages.append(.paragraph(plan.opening))
        passages += PassageWriter.passages(of: plan.page.body, baseURL: site.baseURL).closed
        let end = Closing(
            recipients: RecipientsBlock(dialogue.recipients, archive: dialogue.archive),
            signatures: [dialogue.signature])
        let blocks: [PaperBlock] =
            [.letterhead(head), .title(DocumentTitle(name: "Kế hoạch", abstract: plan.documentTitle))]
            + passages.map(PaperBlock.passage) + [.closing(end)]
        return Paper(
            template: "ke-hoach", title: plan.page.title, author: site.agency.fullName, language: plan.page.language,
            date: plan.page.updated,
            sections: [
                PaperSection(
                    blocks: blocks, footnotes: PassageWriter.footnotes(of: plan.page.body, baseURL: site.baseURL))
            ])
    }
}

extension Passage {
    /// «Căn cứ Quyết định số …;», the last line with a full stop.
    package static func legalBases(_ references: [LegalReference]) -> [Passage] {
        references.enumerated().map { index, reference in
            let end = index == references.count - 1 ? "." : ";"
            return Passage(.basis, [TextRun("Căn cứ \(reference.citation)\(end)")])
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

    /// «- Như trên;», then «Lưu»: for a letter that names its addressees at the top.
    package static func asAbove(archive: String) -> RecipientsBlock {
        RecipientsBlock([Recipient(name: "Như trên", purpose: "", medium: .electronic)], archive: archive)
    }
}

extension Recipient {
    /// «UBND tỉnh (b/c)».
    fileprivate var nameWithPurpose: String { purpose.isEmpty ? name : "\(name) (\(purpose))" }
}
