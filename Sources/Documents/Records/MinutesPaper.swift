package import Domain

/// The minutes of the conference (biên bản hội nghị): who and what is known is printed, the rest is room to write.
package struct MinutesPaper: Hashable, Sendable {
    /// A matter that comes up, with the answer that was prepared.
    package struct Item: Hashable, Sendable {
        package var matter: PrintedMatter
        /// Who asks, as one addresses them.
        package var addressed: String

        package init(matter: PrintedMatter, addressed: String) {
            self.matter = matter
            self.addressed = addressed
        }
    }

    package var dialogue: Dialogue
    /// Under the names of their fields, in the order of the meeting.
    package var subjects: [(name: String, items: [Item])] {
        var list: [(name: String, items: [Item])] = []
        for item in items {
            if list.last?.name == item.matter.subject {
                list[list.count - 1].items.append(item)
            } else {
                list.append((item.matter.subject, [item]))
            }
        }
        return list
    }
    /// Those of one field behind one another.
    package var items: [Item]
    /// When it began and ended, as the clerk gives it: «14 giờ 05, thứ Sáu ngày 26/11/2021»; empty leaves a ruled place.
    package var began: String
    package var ended: String
    /// Empty leaves a ruled place.
    package var secretary: String

    package init(dialogue: Dialogue, items: [Item], began: String, ended: String, secretary: String) {
        self.dialogue = dialogue
        self.items = items
        self.began = began
        self.ended = ended
        self.secretary = secretary
    }
}

extension Paper {
    /// The minutes, secretary on the left and chair on the right.
    ///
    /// Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.9 (biên bản): no line of place and date.
    package static func minutes(_ minutes: MinutesPaper, frame: LetterFrame) -> Paper {
        let topic = minutes.dialogue.topic
        let section = frame.section(
            .titled(symbol: "BB", "Biên bản", abstract: "Hội nghị \(topic)"),
            body: minutes.opening + minutes.course + [minutes.end], recipients: nil,
            signatures: [
                Signature(authority: "", post: "THƯ KÝ", name: minutes.secretary),
                Signature(authority: "", post: "CHỦ TỌA", name: ""),
            ], hasDateLine: false, hasFoot: false)
        return frame.paper("bien-ban", title: "Biên bản hội nghị \(topic)", [section])
    }
}

extension MinutesPaper {
    fileprivate var opening: [PaperBlock] {
        let groups = dialogue.attendanceGroups.map { group in
            Passage.Item(
                label: "-",
                passages: [Passage(.paragraph, [TextRun("\(group): "), .gap(15), TextRun("người.")])])
        }
        return [
            .labelled("Thời gian bắt đầu", given(began)), .labelled("Địa điểm", dialogue.place.asSentence),
            .labelled("Chủ tọa", [TextRun("\(dialogue.chair): "), .gap(75)]),
            .labelled(
                "Thư ký (người ghi biên bản)",
                secretary.isEmpty ? [.gap(75)] : [TextRun("\(secretary).")]),
            .passage(.paragraph("Thành phần tham dự:")), .passage(Passage(.list, items: groups)),
            .passage(.paragraph("Nội dung (theo diễn biến hội nghị):")),
        ]
    }

    private func given(_ words: String) -> [TextRun] {
        if !words.isEmpty { return [TextRun(words.asSentence)] }
        return [
            .gap(10), TextRun("giờ"), .gap(10), TextRun("phút, ngày"), .gap(10), TextRun("tháng"), .gap(10),
            TextRun("năm"),
            .gap(14),
        ]
    }

    fileprivate var course: [PaperBlock] {
        guard !items.isEmpty else { return [room("dien-bien", "Diễn biến:", lines: 20)] }
        var blocks: [PaperBlock] = []
        for (index, subject) in subjects.enumerated() {
            blocks.append(
                .passage(
                    Passage(
                        .part, label: OfficialNumbering.part(index + 1), [TextRun(subject.name.uppercased())])))
            for (number, item) in subject.items.enumerated() { blocks += self.blocks(of: item, number + 1) }
        }
        return blocks + [
            room("y-kien-khac", "Ý kiến khác nêu tại hội nghị:", lines: 8),
            room("ghi-them", "Thư ký ghi thêm, nếu có:", lines: 3),
        ]
    }

    private func blocks(of item: Item, _ number: Int) -> [PaperBlock] {
        let heading = Passage(.section, label: "\(number).", [TextRun("Nội dung \(item.matter.id)")])
        var blocks: [PaperBlock] = [
            .passage(heading), .labelled("Người hỏi", item.addressed.asSentence).stayingWithNext,
        ]
        blocks += item.matter.question("Câu hỏi, kiến nghị:").stayingWithNext
        if let summary = item.matter.reply?.summary, !summary.isEmpty {
            blocks.append(.labelled("Câu trả lời đã chuẩn bị", summary.asSentence).stayingWithNext)
        }
        return blocks + [room("tra-loi-\(item.matter.id)", "Trả lời và ý kiến tại hội nghị:", lines: 4)]
    }

    private func room(_ name: String, _ label: String, lines: Int) -> PaperBlock {
        .field(FormItem(kind: .reply, name: name, label: label, lines: lines))
    }

    fileprivate var end: PaperBlock {
        .passage(
            Passage(
                .paragraph,
                [TextRun("Hội nghị kết thúc vào ")] + given(ended)))
    }
}
