package import Domain

/// A letter that guides a matter to the authority whose field it is (công văn hướng dẫn), to that authority and the sender.
package struct GuidanceLetter: Hashable, Sendable {
    package var sender: Sender
    package var authority: Authority
    package var matter: PrintedMatter

    package init(sender: Sender, authority: Authority, matter: PrintedMatter) {
        self.sender = sender
        self.authority = authority
        self.matter = matter
    }
}

extension Paper {
    /// Letters of guidance one after the other, each numbered from its own first page.
    ///
    /// Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.5 (công văn).
    package static func guidance(_ letters: [GuidanceLetter], site: Site, frame: LetterFrame) -> Paper {
        frame.paper(
            "van-ban-hanh-chinh", title: "Công văn hướng dẫn nội dung thuộc thẩm quyền cơ quan khác",
            letters.map { $0.section(site: site, frame: frame) })
    }
}

extension GuidanceLetter {
    /// The authority learns who asks, so that it can answer; address, telephone and e-mail stay with the sender to give.
    fileprivate func section(site: Site, frame: LetterFrame) -> PaperSection {
        var footnotes: [[TextRun]] = []
        let received = VietnameseDate.figures(matter.received)
        var body: [PaperBlock] = [
            .passage(
                .paragraph(
                    "\(site.agency.fullName) đã nhận phiếu số \(matter.id.registration) ngày \(received) của \(sender.addressed), "
                        + "trong đó có nội dung sau (\(matter.id)):"))
        ]
        body += [PaperBlock].paragraphs(matter.text, as: .quote)
        body.append(
            .passage(
                .paragraph(
                    "Nội dung này thuộc thẩm quyền của \(authority.name), không thuộc trách nhiệm giải quyết của Sở.")))
        body +=
            matter.reply?.blocks(
                "Sở hướng dẫn:", baseURL: site.baseURL, headings: .part, footnotes: &footnotes) ?? []
        body.append(
            .passage(
                .paragraph(
                    "Sở đề nghị ông (bà) gửi nội dung này tới \(authority.name); khi nhận được, đề nghị "
                        + "\(authority.name) xem xét, trả lời người gửi theo quy định và cho Sở biết kết quả.")))
        return frame.section(
            .letter(subject: "hướng dẫn nội dung thuộc thẩm quyền của \(authority.name)"),
            addressees: Addressees([authority.name, sender.addressed]), body: body, recipients: frame.recipients(),
            footnotes: footnotes)
    }
}
