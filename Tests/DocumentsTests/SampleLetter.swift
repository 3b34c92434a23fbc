import Documents
import Domain

/// An invented official letter (công văn), as the office would send it.
enum SampleLetter {
    static let longName =
        "Hợp tác xã Nông nghiệp – Dịch vụ tổng hợp Nguyễn Phúc Thượng Đằng Nghĩa xã Mẫu Thượng, huyện Mẫu, tỉnh Mẫu"

    /// - Parameters:
    ///   - addressees: One section for each group of names.
    ///   - paragraphs: How many in each letter.
    static func paper(
        addressees: [[String]], paragraphs: Int = 3, words: String = SampleEdition.hostile
    ) -> Paper {
        Paper(
            template: "van-ban-hanh-chinh", title: "Công văn trả lời", author: SampleEdition.site.agency.fullName,
            date: SampleEdition.day(2021, 1, 5),
            sections: addressees.map { section($0, paragraphs: paragraphs, words: words) })
    }

    private static func section(_ names: [String], paragraphs: Int, words: String) -> PaperSection {
        let agency = SampleEdition.site.agency
        let head = Letterhead(
            agency: agency, symbol: "SKHCN-VP",
            dateLine: .date(place: agency.place, in: SampleEdition.day(2021, 1, 5)),
            subject: "V/v trả lời nội dung đã đăng ký đối thoại trực tiếp năm 2021")
        let body = (1...paragraphs).map { Passage.paragraph("Đoạn thứ \($0): \(words)") }
        let last = Passage.paragraph("Sở trân trọng cảm ơn \(names[0]).")
        let end = Closing(
            recipients: .asAbove(archive: "VT, VP"),
            signatures: [Signature(authority: "KT. GIÁM ĐỐC", post: "PHÓ GIÁM ĐỐC", name: "Nguyễn Thị Mẫu")])
        let foot = "Địa chỉ: \(agency.address); thư điện tử: \(agency.email)"
        return PaperSection(
            furniture: PageFurniture(foot: foot),
            blocks: [.letterhead(head), .addressees(Addressees(names))]
                + (body + [last]).closed.map(PaperBlock.passage) + [.closing(end)])
    }
}
