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
        @OptionGroup var guests: GuestOptions

        @Option(help: "address (địa chỉ) hoặc name (tên).")
        var kind = Kind.address

        @Option(help: "Số nhãn đã dùng trên tờ đầu, bỏ qua từ góc trên bên trái.")
        var skip = 0

        @Argument(help: "Chỉ người gửi những phiếu này, ví dụ 2021-0005. Mặc định: mọi người được mời.")
        var numbers: [String] = []

        func validate() throws {
            let labels = kind == .address ? LabelSheet.addresses : LabelSheet.names
            guard (0..<labels).contains(skip) else {
                throw ValidationError("--skip là số nhãn đã dùng, từ 0 đến \(labels - 1).")
            }
        }

        func run() throws {
            let desk = try options.open()
            let invited = try chosen(of: desk.guests(guests).invitations)
            guard !invited.isEmpty else {
                throw CommandFailure(.problems, "Sổ \(desk.dialogue.series) chưa có ai để in nhãn.")
            }
            let day = desk.dialogue.schedule.invitations
            let agency = desk.site.agency
            let paper: Paper =
                kind == .address
                ? .addressLabels(invited.map(\.sender), skipped: skip, agency: agency, fileDay: day)
                // As on the sheet that is signed beside them.
                : .nameLabels(
                    invited.map(\.sender).sorted { $0.isListed(before: $1) }, skipped: skip, agency: agency,
                    fileDay: day)
            let name = "\(kind == .address ? "nhan-dia-chi" : "nhan-ten")-\(desk.dialogue.id)"
            try desk.make(desk.orders(paper, name: name, what: "nhãn cho \(invited.count) người"))
        }

        private func chosen(of invited: [Invitation]) throws -> [Invitation] {
            guard !numbers.isEmpty else { return invited }
            return try numbers.map { text in
                guard let one = invited.first(where: { $0.registrations.contains { $0.description == text } }) else {
                    throw CommandFailure(.wrongUse, "Không có người được mời nào gửi phiếu “\(text)”.")
                }
                return one
            }
        }
    }
}
