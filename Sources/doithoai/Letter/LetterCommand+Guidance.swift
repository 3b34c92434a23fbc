import ArgumentParser
import Documents
import Domain

extension LetterCommand {
    /// `doithoai letter guidance`.
    struct Guidance: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "guidance",
            abstract: "Công văn hướng dẫn nội dung thuộc thẩm quyền cơ quan khác, gửi cơ quan đó và người hỏi.",
            discussion:
                """
                Công văn có họ tên, đơn vị và câu hỏi; không ghi địa chỉ, điện thoại, thư điện tử của người hỏi, trừ khi \
                chính lời người gửi có: khi đó lệnh báo, để xem lại trước khi gửi.
                """)

        @OptionGroup var choice: MatterChoice
        @OptionGroup var options: LetterOptions
        @OptionGroup var clerk: ClerkOptions

        func run() throws {
            let desk = try options.open()
            let casebook = try Casebook(desk)
            let chosen = try choice.chosen(.guided, in: casebook, of: desk.dialogue.series, site: desk.site)
            let letters = try chosen.map {
                GuidanceLetter(
                    sender: try casebook.sender(of: $0.registration), authority: $0.authority,
                    matter: try casebook.printed($0.matter, of: $0.registration))
            }
            guard !letters.isEmpty else {
                throw CommandFailure(
                    .problems,
                    "Chưa có công văn nào để làm: không có câu trả lời đã duyệt nào ghi kết quả đó mà còn thông tin người gửi."
                )
            }
            try desk.warnOfSenders(in: chosen.map { ($0.matter, $0.registration) }, before: "gửi", casebook)
            let frame = try desk.frame(clerk, forLetters: letters.count)
            try desk.make(
                letters,
                all: ("cong-van-huong-dan-\(desk.dialogue.id)", "công văn hướng dẫn \(letters.count) nội dung"),
                each: { letter in
                    let id = letter.matter.id
                    return ("cong-van-huong-dan-\(id.fileName)", "công văn hướng dẫn nội dung \(id)")
                },
                paper: { .guidance($0, site: desk.site, frame: frame) })
        }
    }
}

extension MatterID {
    /// «2021-0013-1»: as a part of a file's name.
    var fileName: String { description.replacing("/", with: "-") }
}
