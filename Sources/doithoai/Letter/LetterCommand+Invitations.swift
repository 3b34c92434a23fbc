import ArgumentParser
import Documents
import Domain
import Register

extension LetterCommand {
    /// `doithoai letter invitations`.
    struct Invitations: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "invitations",
            abstract: "Giấy mời dự hội nghị cho mọi người có nội dung được đưa ra đối thoại.",
            discussion: """
                Một tệp PDF để in cho tất cả, mỗi giấy mời bắt đầu trang mới. Người gửi nhiều phiếu nhận một giấy mời. \
                Không mời người chỉ có nội dung đã rút hoặc không thuộc đối thoại; phiếu đến muộn chỉ được mời khi thêm \
                --late.
                """)

        @OptionGroup var options: LetterOptions
        @OptionGroup var invited: GuestOptions
        @OptionGroup var clerk: ClerkOptions

        @Option(help: "Địa chỉ kết nối, khi hội nghị có phần trực tuyến. Mặc định: để trống.")
        var link = ""

        func run() throws {
            guard link.isEmpty || link.hasPrefix("https://") else {
                throw CommandFailure(.wrongUse, "Địa chỉ kết nối phải bắt đầu bằng https://.")
            }
            let desk = try options.open()
            let conference = desk.dialogue.schedule.conference
            guard desk.session.clock.now < conference else {
                throw CommandFailure(
                    .wrongUse, "Hội nghị đã họp lúc \(VietnameseDate.words(conference)), không mời được nữa.")
            }
            if let date = clerk.date, CivilDate(of: date.instant) > CivilDate(of: conference) {
                throw CommandFailure(
                    .wrongUse, "Ngày ký phải trước hội nghị (\(VietnameseDate.words(conference))).")
            }
            let guests = try desk.guests(invited)
            guard !guests.invitations.isEmpty else {
                throw CommandFailure(.problems, "Sổ \(desk.dialogue.series) chưa có ai để mời.")
            }
            let frame = try desk.frame(clerk)
            let occasion = Invitation.Occasion(dialogue: desk.dialogue, link: link)
            try desk.make(
                guests.invitations,
                all: ("giay-moi-\(desk.dialogue.id)", "giấy mời cho \(guests.invitations.count) người"),
                each: { ("giay-moi-\($0.registrations[0])", "giấy mời theo phiếu \($0.registrations[0])") },
                paper: { .invitations($0, to: occasion, frame: frame) })
            if desk.session.clock.now <= desk.dialogue.schedule.closes {
                print(
                    "Chưa hết hạn nhận phiếu (\(VietnameseDate.words(desk.dialogue.schedule.closes))): còn có thể thêm người."
                )
            }
            guests.unknown.forEach { print("Không mời được theo phiếu \($0): phiếu không còn họ tên người gửi.") }
        }
    }
}
