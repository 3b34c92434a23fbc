import ArgumentParser
import Documents
import Domain

extension LetterCommand {
    /// `doithoai letter escalation`.
    struct Escalation: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "escalation",
            abstract: "Công văn báo cáo cấp trên những nội dung vượt thẩm quyền, mỗi cơ quan một công văn.",
            discussion: """
                Công văn có họ tên, đơn vị và câu hỏi; không ghi địa chỉ, điện thoại, thư điện tử của người hỏi, trừ khi \
                chính lời người gửi có: khi đó lệnh báo, để xem lại trước khi gửi.
                """)

        @OptionGroup var choice: MatterChoice
        @OptionGroup var options: LetterOptions
        @OptionGroup var clerk: ClerkOptions

        func run() throws {
            let desk = try options.open()
            let casebook = try Casebook(desk)
            for matter in choice.matters {
                _ = try casebook.registration(matter.id.registration, of: desk.dialogue)
            }
            let chosen = try choice.chosen(.escalated, in: casebook, of: desk.dialogue.series, site: desk.site)
            let letters = try desk.site.authorities.compactMap { authority in
                let items = try chosen.filter { $0.authority == authority }.map {
                    EscalationLetter.Item(
                        sender: try casebook.sender(of: $0.registration),
                        matter: try casebook.printed($0.matter, of: $0.registration))
                }
                return items.isEmpty ? nil : EscalationLetter(authority: authority, items: items)
            }
            guard !letters.isEmpty else {
                throw CommandFailure(
                    .problems,
                    "Chưa có công văn nào để làm: không có câu trả lời đã duyệt nào ghi kết quả đó mà còn thông tin người gửi."
                )
            }
            try desk.warnOfSenders(in: chosen.map { ($0.matter, $0.registration) }, before: "gửi", casebook)
            let frame = try desk.frame(clerk, forLetters: letters.count)
            let id = desk.dialogue.id
            try desk.make(
                letters, all: ("cong-van-bao-cao-\(id)", "công văn báo cáo \(letters.count) cơ quan cấp trên"),
                each: { ("cong-van-bao-cao-\(id)-\($0.authority.id)", "công văn báo cáo \($0.authority.name)") },
                paper: { .escalation($0, of: desk.dialogue, site: desk.site, frame: frame) })
        }
    }
}
