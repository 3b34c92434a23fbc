package import Domain

/// The answer in writing to one sender (công văn): what was asked, in full, and the approved answers.
package struct ResultLetter: Hashable, Sendable {
    /// Why it is written and not said.
    package enum Cause: Hashable, Sendable {
        /// Invited, but could not attend.
        case absent
        /// Attended; the answer was not complete on the spot.
        case owed
    }

    package var sender: Sender
    package var registration: RegisterNumber
    package var received: CivilDate
    /// With replies.
    package var matters: [PrintedMatter]
    /// Those without an outcome yet: the letter says that they are still worked on.
    package var open: [MatterID]
    package var cause: Cause

    package init(
        sender: Sender, registration: RegisterNumber, received: CivilDate, matters: [PrintedMatter], open: [MatterID],
        cause: Cause
    ) {
        self.sender = sender
        self.registration = registration
        self.received = received
        self.matters = matters
        self.open = open
        self.cause = cause
    }
}

extension Paper {
    /// Answers in writing, one after the other, each numbered from its own first page.
    ///
    /// Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.5 (công văn).
    package static func results(
        _ letters: [ResultLetter], of dialogue: Dialogue, site: Site, frame: LetterFrame
    ) -> Paper {
        let sections = letters.map { $0.section(of: dialogue, site: site, frame: frame) }
        return frame.paper("van-ban-hanh-chinh", title: "Công văn trả lời nội dung đã đăng ký đối thoại", sections)
    }
}

extension ResultLetter {
    fileprivate func section(of dialogue: Dialogue, site: Site, frame: LetterFrame) -> PaperSection {
        var footnotes: [[TextRun]] = []
        var body: [PaperBlock] = [.passage(.paragraph(opening(dialogue, agency: site.agency)))]
        for (index, matter) in matters.enumerated() {
            body.append(matter.heading(index + 1))
            body += matter.question("Ông (bà) hỏi:")
            body +=
                matter.reply?.blocks(
                    "Sở trả lời:", baseURL: site.baseURL, headings: .section, footnotes: &footnotes) ?? []
        }
        if !open.isEmpty {
            let names = open.map(\.description).joined(separator: ", ")
            body.append(.passage(.paragraph("Nội dung \(names): Sở tiếp tục xem xét và trả lời ông (bà) sau.")))
        }
        body.append(.passage(.paragraph("Sở trân trọng cảm ơn ông (bà) đã gửi ý kiến.")))
        let subject = "trả lời nội dung đã đăng ký đối thoại năm \(dialogue.year)"
        return frame.section(
            .letter(subject: subject),
            addressees: Addressees([sender.addressed], details: sender.address.isEmpty ? [] : [sender.address]),
            body: body, recipients: frame.recipients(), footnotes: footnotes)
    }

    private func opening(_ dialogue: Dialogue, agency: Agency) -> String {
        let conference = VietnameseDate.figures(CivilDate(of: dialogue.schedule.conference))
        let got =
            "\(agency.fullName) đã nhận phiếu số \(registration) của ông (bà) ngày \(VietnameseDate.figures(received))."
        switch cause {
        case .absent:
            return
                "\(got) Ông (bà) không dự được hội nghị đối thoại ngày \(conference), Sở gửi ông (bà) kết quả trả lời như sau:"
        case .owed:
            return
                "\(got) Những nội dung chưa trả lời xong tại hội nghị đối thoại ngày \(conference), Sở trả lời bằng văn bản như sau:"
        }
    }
}
