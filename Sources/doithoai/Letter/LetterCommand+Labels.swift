import ArgumentParser
import Documents
import Domain
import Foundation

extension LetterCommand {
    /// `doithoai letter labels`.
    struct Labels: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "labels", abstract: "Nhãn địa chỉ để dán phong bì, hoặc nhãn tên dùng tại hội nghị.",
            discussion: """
                Nhãn địa chỉ: 16 nhãn 105 × 37 mm trên một tờ A4, không chừa lề. Nhãn tên: 10 nhãn 105 × 59 mm. Khi in \
                chọn đúng kích thước thật (100 %), không co vừa trang.
                """)

        enum Kind: String, ExpressibleByArgument, CaseIterable { case address, name }

        @OptionGroup var options: LetterOptions

        @Option(help: "address (địa chỉ) hoặc name (tên).")
        var kind = Kind.address

        @Option(help: "Số nhãn đã dùng trên tờ đầu, bỏ qua từ góc trên bên trái.")
        var skip = 0

        @Flag(help: "Chỉ người ghi trên phiếu là sẽ dự.")
        var attending = false

        @Flag(help: "Cả người gửi phiếu đến muộn.")
        var late = false

        func validate() throws {
            let labels = kind == .address ? LabelSheet.addresses : LabelSheet.names
            guard (0..<labels).contains(skip) else {
                throw ValidationError("--skip là số nhãn đã dùng, từ 0 đến \(labels - 1).")
            }
        }

        func run() throws {
            let desk = try options.open()
            let invited = try desk.guests(late: late, attending: attending).invitations
            guard !invited.isEmpty else {
                throw CommandFailure(.problems, "Sổ \(desk.dialogue.series) chưa có ai để in nhãn.")
            }
            let day = desk.dialogue.schedule.invitations
            let agency = desk.site.agency
            let paper: Paper =
                kind == .address
                ? .addressLabels(
                    invited.map { ($0.sender, $0.registrations) }, skipped: skip, agency: agency, fileDay: day)
                : .nameLabels(invited.map(\.sender), skipped: skip, agency: agency, fileDay: day)
            let name = "\(kind == .address ? "nhan-dia-chi" : "nhan-ten")-\(desk.dialogue.id)"
            let formats: [MadeDocument.Format] = options.word ? [.pdf, .docx] : [.pdf]
            try desk.make(
                formats.map {
                    LetterDesk.Order(name: name, paper: paper, format: $0, what: "nhãn cho \(invited.count) người")
                })
        }
    }
}
