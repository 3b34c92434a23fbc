package import Domain

/// What the office hands over to one division (phiếu chuyển): its matters in full, nothing that tells how to reach a sender.
package struct HandOver: Hashable, Sendable {
    /// A matter with those that share its outcome.
    package struct Item: Hashable, Sendable {
        package var matter: PrintedMatter
        /// «Một hợp tác xã»: who asked, without a name.
        package var asker: String
        package var shared: [MatterID]

        package init(matter: PrintedMatter, asker: String, shared: [MatterID] = []) {
            self.matter = matter
            self.asker = asker
            self.shared = shared
        }
    }

    /// Who collects the answers; nothing is handed over to it.
    package static let office = "Văn phòng Sở"

    package var division: Division
    package var items: [Item]
    /// «chậm nhất thứ Năm ngày 25/11/2021».
    package var due: String

    package init(division: Division, items: [Item], due: String) {
        self.division = division
        self.items = items
        self.due = due
    }
}

extension Paper {
    /// Hand-overs one after the other, each numbered from its own first page. In Word, each matter has a place to write
    /// the answer in.
    ///
    /// Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.4 (văn bản có tên loại); Phụ lục I, mục II, 9 (PC).
    ///
    /// - Parameter dialogue: Nothing for feedback.
    package static func handOvers(_ slips: [HandOver], of dialogue: Dialogue?, frame: LetterFrame) -> Paper {
        frame.paper(
            "phieu-chuyen",
            title: "Phiếu chuyển nội dung \(dialogue == nil ? "phản ánh, kiến nghị" : "đăng ký đối thoại")",
            slips.map { $0.section(of: dialogue, frame: frame) })
    }
}

extension HandOver {
    fileprivate func section(of dialogue: Dialogue?, frame: LetterFrame) -> PaperSection {
        var body: [PaperBlock] = [
            .passage(
                .paragraph(
                    "Sở chuyển \(division.name) \(items.count) nội dung sau để soạn câu trả lời, gửi lại \(Self.office) \(due)."
                ))
        ]
        for (index, item) in items.enumerated() {
            body.append(item.matter.heading(index + 1))
            body.append(.labelled("Người hỏi", item.askerLine).stayingWithNext)
            body += item.matter.question("Nội dung:").stayingWithNext
            body.append(.field(item.replyField))
        }
        body.append(
            .passage(
                .paragraph(
                    "Câu trả lời không ghi họ tên, đơn vị, địa chỉ, số điện thoại, thư điện tử của người hỏi. Nội dung không "
                        + "thuộc trách nhiệm của \(division.name) thì báo lại ngay cho \(Self.office).")
            ))
        let abstract = dialogue.map { "Nội dung đã đăng ký đối thoại năm \($0.year)" } ?? "Nội dung phản ánh, kiến nghị"
        return frame.section(
            .titled(symbol: "PC", "Phiếu chuyển", abstract: abstract),
            addressees: Addressees([division.name]), body: body, recipients: frame.recipients(), hasFoot: false)
    }
}

extension HandOver.Item {
    fileprivate var askerLine: String {
        let others = shared.isEmpty ? "" : "; cùng nội dung: \(shared.map(\.description).joined(separator: ", "))"
        return "\(asker), phiếu nhận ngày \(VietnameseDate.figures(matter.received))\(others)."
    }

    /// The tag tells a program that reads the file back which matter is answered.
    fileprivate var replyField: FormItem {
        FormItem(kind: .reply, name: "tra-loi:\(matter.id)", label: "Trả lời nội dung \(matter.id):", lines: 4)
    }
}
