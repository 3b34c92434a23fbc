package import Domain

extension Paper {
    /// The notice of an edition to be posted on a board: the facts on one page in large type, then the words in full.
    ///
    /// A4; printed at 141 % it is A3.
    package static func poster(of edition: Edition, site: Site) throws(DocumentsError) -> Paper {
        let dialogue = edition.dialogue
        let notice = edition.notice
        let base = "\(site.baseURL)/thong-bao/doi-thoai-\(dialogue.id)/"
        let front: [PaperBlock] = [
            .agency(site.agency.fullName.uppercased().composed),
            .title(DocumentTitle(name: "Thông báo", abstract: notice.title)),
            .passage(.paragraph(notice.description)), .facts(facts(of: dialogue, agency: site.agency)),
            .code(try QRCode(base, caption: "Đọc thông báo, tải mẫu phiếu và gửi câu hỏi trên cổng:")),
        ]
        let body = PassageWriter.passages(of: notice.body, baseURL: site.baseURL, numbering: .none(headings: .part))
        let words: [PaperBlock] =
            [.title(DocumentTitle(name: "Toàn văn thông báo", abstract: "", isRuled: false))]
            + body.map(PaperBlock.passage)
        let furniture = PageFurniture(numbersPages: false)
        return Paper(
            template: "niem-yet", title: "\(notice.title) (bản niêm yết)", author: site.agency.fullName,
            language: notice.language, date: notice.updated,
            sections: [
                PaperSection(furniture: furniture, blocks: front),
                PaperSection(
                    furniture: furniture, blocks: words,
                    footnotes: PassageWriter.footnotes(of: notice.body, baseURL: site.baseURL)),
            ])
    }

    private static func facts(of dialogue: Dialogue, agency: Agency) -> [LabelledText] {
        let schedule = dialogue.schedule
        let facts = [
            LabelledText("Ai tham gia", dialogue.participants),
            LabelledText("Hạn gửi phiếu", VietnameseDate.words(schedule.closes)),
            LabelledText("Nơi nhận phiếu", "\(agency.fullName), \(agency.address); thư điện tử \(agency.email)"),
            LabelledText("Hội nghị", VietnameseDate.words(schedule.conference)),
            LabelledText("Địa điểm", dialogue.place), LabelledText("Chủ trì", dialogue.chair),
            LabelledText("Lưu ý", dialogue.attendanceConditions),
        ]
        return facts.filter { !$0.text.isEmpty }
    }
}
