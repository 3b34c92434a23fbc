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

        /// What shares an outcome stands with its original.
        private func items(_ casebook: Casebook, _ desk: LetterDesk) throws -> [ChairsBook.Item] {
            try casebook.bySubject(in: desk.dialogue.series).filter { $0.matter.sameAs == nil }
                .map { try item($0.matter, of: $0.of, casebook, desk) }
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
