import ArgumentParser
import Documents
import Domain
import Foundation
import Register

extension LetterCommand {
    /// `doithoai letter chairs-book`.
    struct ChairsBooks: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "chairs-book",
            abstract: "Sổ tay người chủ trì: từng nội dung theo lĩnh vực, kèm câu trả lời đã duyệt hoặc dự thảo.",
            discussion: "Tài liệu nội bộ: có họ tên, đơn vị người hỏi và câu trả lời chưa duyệt.")

        @OptionGroup var options: LetterOptions

        func run() throws {
            let desk = try options.open()
            let casebook = try Casebook(desk)
            let book = ChairsBook(
                dialogue: desk.dialogue, site: desk.site, items: try items(casebook, desk),
                day: CivilDate(of: desk.session.clock.now))
            guard !book.items.isEmpty else {
                throw CommandFailure(.problems, "Sổ \(desk.dialogue.series) chưa có nội dung nào.")
            }
            try desk.make(
                [book], all: ("", ""),
                each: { ("so-tay-chu-tri-\(desk.dialogue.id)", "sổ tay chủ trì, \($0.items.count) nội dung") },
                paper: { $0[0].paper })
        }

        /// By subject in the order of the site, then by number; what shares an outcome stands with its original.
        private func items(_ casebook: Casebook, _ desk: LetterDesk) throws -> [ChairsBook.Item] {
            let order = desk.site.subjects.map(\.id) + [Subject.unsure]
            let entering = casebook.registrations(in: desk.dialogue.series).flatMap { registration in
                registration.matters.filter { $0.entersConference && $0.sameAs == nil }.map { ($0, registration) }
            }
            return try order.flatMap { subject in
                try entering.filter { $0.0.subject == subject }.map { try item($0.0, of: $0.1, casebook, desk) }
            }
        }

        private func item(
            _ matter: Matter, of registration: Registration, _ casebook: Casebook, _ desk: LetterDesk
        ) throws -> ChairsBook.Item {
            let draft = casebook.answer(to: matter) == nil ? try DraftReply(of: matter.id, desk.session).reply : nil
            let printed = try casebook.printed(matter, of: registration, reply: draft)
            let state: ChairsBook.State = draft != nil ? .draft : printed.reply == nil ? .missing : .approved
            return ChairsBook.Item(
                sender: try casebook.sender(of: registration),
                willAttend: registration.answers.willAttend(in: try casebook.form(of: registration)), matter: printed,
                division: matter.division.map(desk.session.division) ?? "", state: state,
                shared: casebook.shared(with: matter.id))
        }
    }
}
