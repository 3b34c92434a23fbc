package import Domain
package import Foundation

/// What a sender takes home from the counter (biên nhận): when and under which numbers the registration was received.
package struct ReceiptPaper: Hashable, Sendable {
    package var number: RegisterNumber?
    package var reference: Reference
    package var receivedAt: Date
    package var channel: Channel
    package var isLate: Bool
    package var sender: Sender
    package var matters: Int
    /// Grouped for reading; empty leaves a ruled place, for the code is known once only.
    package var code: String
    /// The last day of answers; nothing where the series has none, or while it waits to be looked at.
    package var answersDue: CivilDate?

    package init(
        number: RegisterNumber?, reference: Reference, receivedAt: Date, channel: Channel, isLate: Bool, sender: Sender,
        matters: Int, code: String, answersDue: CivilDate?
    ) {
        self.number = number
        self.reference = reference
        self.receivedAt = receivedAt
        self.channel = channel
        self.isLate = isLate
        self.sender = sender
        self.matters = matters
        self.code = code
        self.answersDue = answersDue
    }
}

extension Paper {
    /// One receipt on one page.
    package static func receipt(_ receipt: ReceiptPaper, site: Site) throws(DocumentsError) -> Paper {
        let day = CivilDate(of: receipt.receivedAt)
        var blocks: [PaperBlock] = [
            .letterhead(
                Letterhead(agency: site.agency, symbol: "", dateLine: .date(place: site.agency.place, on: nil))),
            .title(DocumentTitle(name: "Biên nhận", abstract: "Phiếu gửi \(site.agency.fullName)", isRuled: false)),
        ]
        blocks += receipt.facts(site)
        blocks.append(
            .code(try QRCode("\(site.baseURL)/tra-cuu/", caption: "Xem phiếu đã đến bước nào, cần cả hai mã trên:")))
        blocks.append(.notes(receipt.notes))
        blocks.append(
            .closing(
                Closing(
                    recipients: nil,
                    signatures: [
                        Signature(authority: "", post: "NGƯỜI GỬI", name: receipt.sender.name),
                        Signature(authority: "", post: "NGƯỜI NHẬN PHIẾU", name: ""),
                    ])))
        return Paper(
            template: "bien-nhan", title: "Biên nhận \(receipt.reference)", author: site.agency.fullName, date: day,
            sections: [PaperSection(furniture: PageFurniture(numbersPages: false), blocks: blocks)])
    }
}

extension ReceiptPaper {
    fileprivate func facts(_ site: Site) -> [PaperBlock] {
        let who = [sender.name, sender.organisation].filter { !$0.isEmpty }.joined(separator: ", ")
        let received =
            "\(VietnameseDate.words(receivedAt)), \(channel.label.lowercased())" + (isLate ? "; đến sau hạn nhận" : "")
        let known = [
            ("Người gửi", who), ("Nhận lúc", received), ("Số phiếu", number?.description ?? "chưa vào sổ"),
            ("Số nội dung", "\(matters)"),
        ].filter { !$0.1.isEmpty }.map { PaperBlock.labelled($0.0, $0.1.asSentence) }
        let secret: [TextRun] = code.isEmpty ? [.gap(60)] : [TextRun(code, strong: true)]
        return known + [
            .labelled("Số biên nhận", [TextRun(reference.description, strong: true)]), .labelled("Mã tra cứu", secret),
        ]
    }

    fileprivate var notes: [String] {
        let due = answersDue.map { "Sở trả lời bằng văn bản chậm nhất \(VietnameseDate.words($0))." }
        return [due].compactMap(\.self) + [
            "Mã tra cứu chỉ hiện một lần, Sở không giữ bản nào. Ông (bà) giữ kín; mất thì đến Sở để được cấp mã mới.",
            "Tra cứu ở mục Tra cứu trên cổng của Sở: nhập số biên nhận và mã tra cứu.",
        ]
    }
}
