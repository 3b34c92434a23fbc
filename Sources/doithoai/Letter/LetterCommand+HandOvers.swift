import ArgumentParser
import Documents
import Domain
import Foundation
import Register

extension LetterCommand {
    /// `doithoai letter hand-over`.
    struct HandOvers: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "hand-over",
            abstract: "Phiếu chuyển nội dung chưa có kết quả tới từng phòng, đơn vị, không kèm thông tin người gửi.",
            discussion: "Bản Word (--word) có chỗ viết câu trả lời dưới từng nội dung.")

        @OptionGroup var options: LetterOptions
        @OptionGroup var clerk: ClerkOptions

        @Option(help: "Chỉ phòng, đơn vị này; mã trong content/site.yaml.")
        var division: String?

        @Option(
            help:
                "Hạn gửi lại câu trả lời. Mặc định: trước hội nghị. Sau hội nghị, và với phản ánh, kiến nghị, thì phải ghi."
        )
        var due: MomentArgument?

        @Option(help: "Sổ, ví dụ phan-anh-2021. Mặc định: sổ của đợt.")
        var series: String?

        func run() throws {
            let desk = try options.open()
            let casebook = try Casebook(desk)
            let owner = try division.map(desk.session.knownDivision)
            let series = try desk.session.series(series) ?? desk.dialogue.series
            let open = casebook.registrations(in: series).flatMap {
                registration in
                registration.matters.filter { $0.outcome == nil && $0.sameAs == nil }.map { ($0, registration) }
            }
            let dialogue = desk.portal.editions.map(\.dialogue).first { $0.series == series }
            let due = try dueWords(dialogue, now: desk.session.clock.now)
            let slips = try (owner.map { [$0] } ?? desk.site.divisions).compactMap { owner -> HandOver? in
                let items = try open.filter { $0.0.division == owner.id }.map { try item($0.0, of: $0.1, casebook) }
                if owner.name == HandOver.office, !items.isEmpty {
                    print("\(items.count) nội dung do \(owner.name) trả lời, không cần phiếu chuyển.")
                    return nil
                }
                return items.isEmpty ? nil : HandOver(division: owner, items: items, due: due)
            }
            let orphans = open.map(\.0).filter { desk.site.division($0.division ?? "") == nil }
            if owner == nil, !orphans.isEmpty {
                print(
                    "Chưa giao phòng nào có trong content/site.yaml, nên chưa có trong phiếu chuyển: "
                        + "\(orphans.map(\.id.description).joined(separator: ", ")). Giao bằng: doithoai register assign"
                )
            }
            let handed = Set(slips.flatMap(\.items).map(\.matter.id))
            try desk.warnOfSenders(in: open.filter { handed.contains($0.0.id) }, before: "chuyển", casebook)
            guard !slips.isEmpty else {
                throw CommandFailure(
                    .problems, "Không có nội dung nào để chuyển\(owner.map { " tới \($0.name)" } ?? "").")
            }
            try make(slips, of: series, dialogue, desk)
        }

        private func make(_ slips: [HandOver], of series: Series, _ dialogue: Dialogue?, _ desk: LetterDesk) throws {
            let frame = try desk.frame(clerk, forLetters: slips.count)
            try desk.make(
                slips, all: ("phieu-chuyen-\(series)", "phiếu chuyển tới \(slips.count) phòng, đơn vị"),
                each: { ("phieu-chuyen-\(series)-\($0.division.id)", "phiếu chuyển tới \($0.division.name)") },
                paper: { .handOvers($0, of: dialogue, frame: frame) })
        }

        private func item(_ matter: Matter, of registration: Registration, _ casebook: Casebook) throws -> HandOver.Item
        {
            HandOver.Item(
                matter: try casebook.printed(matter, of: registration),
                asker: try casebook.asker(of: registration),
                shared: casebook.shared(with: matter.id))
        }

        /// - Throws: ``CommandFailure`` where no date of the plan says when: of feedback, and after the conference, when
        ///   the only date left is that of the department's own answers.
        private func dueWords(_ dialogue: Dialogue?, now: Date) throws -> String {
            if let due { return "chậm nhất \(VietnameseDate.words(CivilDate(of: due.instant)))" }
            guard let dialogue else { throw Self.dayIsMissing("Phản ánh, kiến nghị không có hạn chung.") }
            let schedule = dialogue.schedule
            guard now < schedule.conference else {
                throw Self.dayIsMissing(
                    CivilDate(of: now) <= schedule.answersDue
                        ? "Hội nghị đã khai mạc; Sở phải trả lời bằng văn bản chậm nhất "
                            + "\(VietnameseDate.figures(schedule.answersDue)), phòng, đơn vị cần gửi lại trước ngày đó."
                        : "Hạn trả lời của đợt \(dialogue.id) đã qua.")
            }
            return "trước hội nghị lúc \(VietnameseDate.words(schedule.conference))"
        }

        private static func dayIsMissing(_ why: String) -> CommandFailure {
            CommandFailure(.wrongUse, "\(why) Hãy ghi hạn gửi lại câu trả lời, ví dụ: --due 29/11/2021.")
        }
    }
}
