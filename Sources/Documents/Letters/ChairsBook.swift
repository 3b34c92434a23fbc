package import Domain

/// The book of the one who chairs the conference (sổ tay chủ trì): who asked what, by subject, and the answers so far.
/// Internal: it names senders and holds drafts.
package struct ChairsBook: Hashable, Sendable {
    /// How far an answer has got.
    package enum State: Hashable, Sendable {
        case approved
        case draft
        case missing

        var label: String {
            switch self {
            case .approved: "Trả lời (đã duyệt):"
            case .draft: "Dự thảo trả lời (chưa duyệt):"
            case .missing: "Trả lời:"
            }
        }
    }

    package struct Item: Hashable, Sendable {
        package var sender: Sender
        /// Nothing when the form did not ask.
        package var willAttend: Bool?
        package var matter: PrintedMatter
        /// The name of the division that answers; empty while it is nobody's.
        package var division: String
        package var state: State
        package var shared: [MatterID]

        package init(
            sender: Sender, willAttend: Bool?, matter: PrintedMatter, division: String, state: State,
            shared: [MatterID] = []
        ) {
            self.sender = sender
            self.willAttend = willAttend
            self.matter = matter
            self.division = division
            self.state = state
            self.shared = shared
        }
    }

    package var dialogue: Dialogue
    package var site: Site
    /// By subject in the order of the site, then by number.
    package var items: [Item]
    /// The day it shows what is known.
    package var day: CivilDate

    package init(dialogue: Dialogue, site: Site, items: [Item], day: CivilDate) {
        self.dialogue = dialogue
        self.site = site
        self.items = items
        self.day = day
    }

    /// On every page.
    package static let mark = "TÀI LIỆU NỘI BỘ"

    package var paper: Paper {
        var footnotes: [[TextRun]] = []
        var blocks = opening
        for (number, group) in groups.enumerated() {
            blocks.append(
                .passage(
                    Passage(
                        .part, label: OfficialNumbering.part(number + 1), [TextRun(group.subject.uppercased())])))
            for (index, item) in group.items.enumerated() {
                blocks += item.blocks(index + 1, baseURL: site.baseURL, footnotes: &footnotes)
            }
        }
        return Paper(
            template: "so-tay-chu-tri", title: "Sổ tay chủ trì hội nghị đối thoại", author: site.agency.fullName,
            date: day,
            sections: [
                PaperSection(furniture: PageFurniture(mark: Self.mark), blocks: blocks, footnotes: footnotes)
            ])
    }

    private var opening: [PaperBlock] {
        let schedule = dialogue.schedule
        let facts = [
            LabelledText("Thời gian", VietnameseDate.words(schedule.conference)),
            LabelledText("Địa điểm", dialogue.place), LabelledText("Hình thức", dialogue.mode.label),
            LabelledText("Chủ trì", dialogue.chair),
            LabelledText("Lập ngày", VietnameseDate.figures(day)),
        ]
        return [
            .mark("\(Self.mark) – chỉ người chủ trì và người giúp việc dùng, không sao gửi"),
            .title(DocumentTitle(name: "Sổ tay chủ trì hội nghị", abstract: dialogue.title)),
            .facts(facts.filter { !$0.text.isEmpty }), .passage(Passage(.table, table: summary)),
            .contents(title: "MỤC LỤC"),
        ]
    }

    /// How many matters of each subject, and how far their answers have got.
    private var summary: Passage.Table {
        func row(_ name: String, _ items: [Item]) -> [[TextRun]] {
            let counts =
                [items.count]
                + [State.approved, .draft, .missing].map { state in
                    items.count { $0.state == state }
                }
            return [[TextRun(name)]] + counts.map { [TextRun(VietnameseNumber.figures($0))] }
        }
        let narrow = Passage.Table.Column(alignment: .end)
        return Passage.Table(
            columns: [.init(share: 3)] + Array(repeating: narrow, count: 4),
            head: ["Lĩnh vực", "Nội dung", "Đã duyệt", "Dự thảo", "Chưa có"].map { [TextRun($0)] },
            rows: groups.map { row($0.subject, $0.items) } + [row("Cộng", items)])
    }

    private var groups: [(subject: String, items: [Item])] {
        var order: [String] = []
        for item in items where !order.contains(item.matter.subject) { order.append(item.matter.subject) }
        return order.map { subject in (subject, items.filter { $0.matter.subject == subject }) }
    }
}

extension ChairsBook.Item {
    fileprivate func blocks(_ number: Int, baseURL: String, footnotes: inout [[TextRun]]) -> [PaperBlock] {
        var blocks: [PaperBlock] = [
            .passage(Passage(.section, label: "\(number).", [TextRun("\(sender.addressed) (\(matter.id))")]))
        ]
        if !facts.isEmpty { blocks.append(.passage(.paragraph(facts)).stayingWithNext) }
        blocks += matter.question("Hỏi:")
        guard let reply = matter.reply else {
            return blocks + [.passage(Passage(.note, label: state.label, [TextRun("chưa có.")]))]
        }
        return blocks
            + reply.blocks(state.label, baseURL: baseURL, headings: .subsection, footnotes: &footnotes)
    }

    /// «Sẽ dự. Nơi trả lời: Phòng Quản lý Khoa học. Cùng nội dung: 2021-0007/1.»
    private var facts: String {
        [
            willAttend.map { $0 ? "Sẽ dự." : "Không dự." } ?? "",
            division.isEmpty ? "" : "Nơi trả lời: \(division).",
            shared.isEmpty ? "" : "Cùng nội dung: \(shared.map(\.description).joined(separator: ", ")).",
        ].filter { !$0.isEmpty }.joined(separator: " ")
    }
}
