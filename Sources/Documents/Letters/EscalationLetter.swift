package import Domain

/// A letter that reports matters beyond the department's powers to an authority above (công văn báo cáo cấp trên).
package struct EscalationLetter: Hashable, Sendable {
    /// A matter with who raised it.
    package struct Item: Hashable, Sendable {
        package var sender: Sender
        package var matter: PrintedMatter

        package init(sender: Sender, matter: PrintedMatter) {
            self.sender = sender
            self.matter = matter
        }
    }

    package var authority: Authority
    package var items: [Item]

    package init(authority: Authority, items: [Item]) {
        self.authority = authority
        self.items = items
    }
}

extension Paper {
    /// Letters to authorities above, one after the other, each numbered from its own first page.
    ///
    /// Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.5 (công văn).
    package static func escalation(
        _ letters: [EscalationLetter], of dialogue: Dialogue, site: Site, frame: LetterFrame
    ) -> Paper {
        frame.paper(
            "van-ban-hanh-chinh", title: "Công văn báo cáo cấp trên",
            letters.map { $0.section(of: dialogue, site: site, frame: frame) })
    }
}

extension EscalationLetter {
    fileprivate func section(of dialogue: Dialogue, site: Site, frame: LetterFrame) -> PaperSection {
        var footnotes: [[TextRun]] = []
        let conference = dialogue.topic
        var body: [PaperBlock] = [
            .passage(
                .paragraph(
                    "Trong đợt \(conference), \(site.agency.fullName) nhận được \(items.count) nội dung vượt thẩm quyền của "
                        + "Sở. Sở báo cáo \(authority.name) như sau:"))
        ]
        for (index, item) in items.enumerated() {
            body.append(item.matter.heading(index + 1))
            // Who raised it, so that the authority can answer; how to reach them stays with the department.
            body.append(
                .labelled("Người nêu", "\(item.sender.addressed); phiếu số \(item.matter.id.registration).".asSentence)
                    .stayingWithNext)
            body += item.matter.question("Nội dung:")
            body +=
                item.matter.reply?.blocks(
                    "Ý kiến của Sở:", baseURL: site.baseURL, headings: .section, footnotes: &footnotes) ?? []
        }
        body.append(
            .passage(
                .paragraph(
                    "Sở kính đề nghị \(authority.name) xem xét, giải quyết và cho Sở biết kết quả để trả lời người nêu."
                )))
        return frame.section(
            .letter(subject: "báo cáo cấp trên nội dung vượt thẩm quyền của Sở"),
            addressees: Addressees([authority.name]), body: body, recipients: frame.recipients(), footnotes: footnotes)
    }
}
