package import Domain

/// An invitation to the conference (giấy mời) for one sender.
package struct Invitation: Hashable, Sendable {
    package var sender: Sender
    /// The registrations it answers, by number; never empty.
    package var registrations: [RegisterNumber]

    package init(sender: Sender, registrations: [RegisterNumber]) {
        self.sender = sender
        self.registrations = registrations
    }

    /// What an invitation says beside whom it invites.
    package struct Occasion: Hashable, Sendable {
        package var dialogue: Dialogue
        /// Where to join online; empty leaves a ruled place.
        package var link: String

        package init(dialogue: Dialogue, link: String = "") {
            self.dialogue = dialogue
            self.link = link
        }
    }
}

extension Paper {
    /// Invitations one after the other, each numbered from its own first page.
    ///
    /// Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.7: mời, tới dự, chủ trì, thời gian, địa điểm, điều cần lưu ý.
    package static func invitations(
        _ invitations: [Invitation], to occasion: Invitation.Occasion, frame: LetterFrame
    ) -> Paper {
        let common = occasion.blocks(agency: frame.agency)
        let name = LetterFrame.Name.titled(symbol: "GM", "Giấy mời", abstract: "Dự hội nghị \(occasion.dialogue.topic)")
        let sections = invitations.map { invitation in
            frame.section(
                name, body: invitation.opening(occasion, agency: frame.agency) + common, recipients: frame.recipients())
        }
        return frame.paper("giay-moi", title: "Giấy mời dự hội nghị \(occasion.dialogue.topic)", sections)
    }
}

extension Invitation {
    fileprivate func opening(_ occasion: Occasion, agency: Agency) -> [PaperBlock] {
        let numbers = registrations.map(\.description).joined(separator: ", ")
        let address = sender.address.isEmpty ? [] : [PaperBlock.labelled("Địa chỉ", sender.address.asSentence)]
        return [
            .passage(
                Passage(
                    .paragraph,
                    [
                        TextRun("\(agency.fullName) trân trọng kính mời: "), TextRun(sender.addressed, strong: true),
                        TextRun("."),
                    ]))
        ] + address + [
            .labelled(
                "Tới dự",
                "hội nghị \(occasion.dialogue.topic), với nội dung ông (bà) đã đăng ký tại phiếu số \(numbers).")
        ]
    }
}

extension Invitation.Occasion {
    /// What is the same for everyone.
    fileprivate func blocks(agency: Agency) -> [PaperBlock] {
        [
            .labelled("Chủ trì", dialogue.chair.asSentence),
            .labelled("Thời gian", "\(VietnameseDate.words(dialogue.schedule.conference))."),
        ] + place(agency) + points(agency)
    }

    private func place(_ agency: Agency) -> [PaperBlock] {
        let room = "\(dialogue.place); địa chỉ: \(agency.address)".asSentence
        switch dialogue.mode {
        case .inPerson: return [.labelled("Địa điểm", room)]
        case .online: return [.labelled("Hình thức", "trực tuyến."), joining("Kết nối tại")]
        case .mixed:
            return [
                .labelled("Hình thức", "trực tiếp kết hợp trực tuyến, ông (bà) chọn một trong hai cách dự."),
                .labelled("Địa điểm, nếu dự trực tiếp", room), joining("Kết nối, nếu dự trực tuyến, tại"),
            ]
        }
    }

    private func joining(_ label: String) -> PaperBlock {
        .labelled(label, link.isEmpty ? [.gap(90)] : [TextRun(link, link: link), TextRun(".")])
    }

    private func points(_ agency: Agency) -> [PaperBlock] {
        let conditions = dialogue.mode == .online ? "" : dialogue.attendanceConditions
        let fallback = dialogue.mode == .inPerson ? dialogue.onlineFallback : ""
        let contact = [("điện thoại", agency.telephone), ("thư điện tử", agency.email)]
            .filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        let absence =
            "Nếu không dự được, ông (bà) báo trước cho Văn phòng Sở (\(contact)); Sở gửi kết quả trả lời tới địa chỉ ghi "
            + "trên phiếu đăng ký."
        return [conditions, fallback, absence, "Rất mong ông (bà) tới dự."].filter { !$0.isEmpty }
            .map { .passage(.paragraph($0)) }
    }
}
