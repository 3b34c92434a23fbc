package import Domain

extension Paper {
    /// The dates of an edition and what is known of its conference, on one page.
    package static func calendar(of edition: Edition, site: Site) throws(DocumentsError) -> Paper {
        let dialogue = edition.dialogue
        let table = Passage.Table(
            columns: [.init(share: 6), .init(share: 7)], head: [[TextRun("Thời gian")], [TextRun("Việc")]],
            rows: dates(of: dialogue.schedule).map { [[TextRun($0.0)], [TextRun($0.1)]] })
        let blocks: [PaperBlock] = [
            .agency(site.agency.fullName.uppercased().composed),
            .title(DocumentTitle(name: "Lịch đối thoại", abstract: dialogue.title)),
            .passage(Passage(.table, table: table)), .facts(conference(dialogue)),
            .code(
                try QRCode(
                    "\(site.baseURL)/doi-thoai/\(dialogue.id)/lich.ics",
                    caption: "Thêm các mốc thời gian này vào lịch trên điện thoại:")),
        ]
        let updated = max(edition.notice.updated, edition.plan.page.updated)
        return Paper(
            template: "lich", title: "Lịch \(dialogue.topic)",
            author: site.agency.fullName, date: updated,
            sections: [PaperSection(furniture: PageFurniture(numbersPages: false), blocks: blocks)])
    }

    private static func dates(of schedule: Schedule) -> [(String, String)] {
        [
            (VietnameseDate.words(schedule.opens), "Bắt đầu nhận phiếu đăng ký"),
            (VietnameseDate.words(schedule.closes), "Hết hạn nhận phiếu đăng ký"),
            (VietnameseDate.words(schedule.invitations).uppercasedFirst, "Gửi giấy mời tới người đã đăng ký"),
            (VietnameseDate.words(schedule.conference), "Hội nghị đối thoại"),
            (
                "Chậm nhất \(VietnameseDate.words(schedule.answersDue))",
                "Trả lời bằng văn bản những nội dung còn lại, công khai kết quả"
            ),
        ]
    }

    private static func conference(_ dialogue: Dialogue) -> [LabelledText] {
        [
            LabelledText("Địa điểm hội nghị", dialogue.place), LabelledText("Hình thức", dialogue.mode.label),
            LabelledText("Chủ trì", dialogue.chair),
            LabelledText("Người dự", dialogue.attendanceGroups.joined(separator: "; ")),
            LabelledText("Lưu ý", dialogue.attendanceConditions),
            LabelledText("Nếu không gặp trực tiếp được", dialogue.onlineFallback),
        ].filter { !$0.text.isEmpty }
    }

}
