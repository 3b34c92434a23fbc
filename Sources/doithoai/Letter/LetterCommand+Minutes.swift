import ArgumentParser
import Documents
import Domain
import Foundation
import Register

extension LetterCommand {
    /// `doithoai letter minutes`.
    struct Minutes: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "minutes",
            abstract: "Biên bản hội nghị: các nội dung theo lĩnh vực, có chỗ ghi ý kiến tại hội nghị.",
            discussion: """
                Giờ bắt đầu, kết thúc, thư ký, số người dự không cho thì để trống. Có họ tên người hỏi: tài liệu nội bộ. \
                Nội dung không thuộc đối thoại và nội dung đã rút không có trong biên bản.
                """)

        @OptionGroup var options: LetterOptions
        @OptionGroup var numbering: NumberOption

        @Option(help: "Lúc hội nghị bắt đầu, ví dụ \"26/11/2021 14:05\". Mặc định: để trống.")
        var began: MomentArgument?

        @Option(help: "Lúc hội nghị kết thúc. Mặc định: để trống.")
        var ended: MomentArgument?

        @Option(help: "Họ tên thư ký. Mặc định: để trống.")
        var secretary = ""

        @Flag(help: "Cả phiếu đến muộn.")
        var late = false

        func run() throws {
            if let began, let ended, ended.instant < began.instant {
                throw CommandFailure(.wrongUse, "Hội nghị không thể kết thúc trước khi bắt đầu.")
            }
            guard began?.hasTime != false, ended?.hasTime != false else {
                throw CommandFailure(
                    .wrongUse, "Hãy ghi cả giờ hội nghị bắt đầu, kết thúc, ví dụ \"26/11/2021 14:05\".")
            }
            let desk = try options.open()
            let book = try Casebook(desk)
            let matters = book.bySubject(in: desk.dialogue.series).filter { late || !$0.of.isLate }
            try desk.warnOfSenders(in: matters.map { ($0.matter, $0.of) }, before: "gửi", book)
            let minutes = MinutesPaper(
                dialogue: desk.dialogue,
                items: try matters.map {
                    MinutesPaper.Item(
                        matter: try book.printed($0.matter, of: $0.of), addressed: try book.sender(of: $0.of).addressed)
                }, began: words(began), ended: words(ended),
                secretary: VietnameseText.clean(secretary, multiline: false).text)
            let paper = Paper.minutes(
                minutes, frame: desk.frame(try numbering.entry(), signature: desk.dialogue.signature))
            let id = desk.dialogue.id
            try desk.make(desk.orders(paper, name: "bien-ban-\(id)", what: "biên bản hội nghị đợt \(id)"))
        }

        private func words(_ moment: MomentArgument?) -> String {
            moment.map { VietnameseDate.words($0.instant) } ?? ""
        }
    }
}
