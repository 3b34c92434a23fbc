import ArgumentParser
import Documents
import Domain
import Register

extension LetterCommand {
    /// `doithoai letter results`.
    struct Results: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "results", abstract: "Công văn trả lời người không dự được hội nghị, theo từng phiếu.",
            discussion: """
                Công văn có đủ câu hỏi và câu trả lời đã duyệt. Nội dung chưa có câu trả lời được duyệt thì chưa vào công \
                văn và được báo ra. Chỉ làm được từ lúc hội nghị họp.
                """)

        @OptionGroup var options: LetterOptions
        @OptionGroup var clerk: ClerkOptions

        @Argument(help: "Số phiếu của những người vắng mặt, ví dụ 2021-0005 2021-0009.")
        var numbers: [String] = []

        @Flag(help: "Mọi người ghi trên phiếu là không dự.")
        var notAttending = false

        @Flag(help: "Người nhận có dự, nội dung chưa trả lời xong tại hội nghị.")
        var owed = false

        func run() throws {
            let desk = try options.open()
            try desk.requireConference("chưa biết ai vắng mặt. Hãy làm công văn trả lời sau đó.")
            let casebook = try Casebook(desk)
            let chosen = try chosen(in: casebook, of: desk.dialogue)
            var letters: [ResultLetter] = []
            for registration in chosen {
                if let letter = try letter(for: registration, casebook) { letters.append(letter) }
            }
            guard !letters.isEmpty else { throw CommandFailure(.problems, "Chưa có công văn nào để làm.") }
            let frame = try desk.frame(clerk, forLetters: letters.count)
            try desk.make(
                letters,
                all: (
                    "cong-van-tra-loi-\(name(of: letters, desk.dialogue))",
                    "công văn trả lời \(letters.count) phiếu "
                        + letters.map(\.registration.description).joined(separator: ", ")
                ),
                each: { ("cong-van-tra-loi-\($0.registration)", "công văn trả lời phiếu \($0.registration)") },
                paper: { .results($0, of: desk.dialogue, site: desk.site, frame: frame) })
        }

        /// Of another choice, another name.
        private func name(of letters: [ResultLetter], _ dialogue: Dialogue) -> String {
            notAttending
                ? "\(dialogue.id)-vang-mat" : "\(letters[0].registration)-va-\(letters.count - 1)-phieu-khac"
        }

        private func chosen(in casebook: Casebook, of dialogue: Dialogue) throws -> [Registration] {
            guard numbers.isEmpty == notAttending else {
                throw CommandFailure(.wrongUse, "Hãy ghi số phiếu của người vắng mặt, hoặc thêm --not-attending.")
            }
            if notAttending {
                return try casebook.registrations(in: dialogue.series).filter {
                    try $0.answers.willAttend(in: casebook.form(of: $0)) == false
                }
            }
            return try numbers.map { text in
                guard let number = RegisterNumber(text) else {
                    throw CommandFailure(.wrongUse, "“\(text)” không phải số phiếu. Hãy viết như 2021-0005.")
                }
                return try casebook.registration(number, of: dialogue)
            }
        }

        /// Nothing, with a line that says why, when there is nothing to answer with.
        private func letter(for registration: Registration, _ casebook: Casebook) throws -> ResultLetter? {
            guard let number = registration.number else { return nil }
            let sender = try casebook.sender(of: registration)
            if let reason = try casebook.whyNobody(registration) {
                print("Không làm công văn cho phiếu \(number): \(reason).")
                return nil
            }
            let matters = registration.matters.filter(\.entersConference)
            let answered = matters.filter { casebook.answer(to: $0) != nil }
            for matter in matters where casebook.answer(to: matter) == nil {
                print("Nội dung \(matter.id) chưa có câu trả lời được duyệt.")
            }
            guard !answered.isEmpty else {
                let reason =
                    matters.isEmpty ? "mọi nội dung đã rút hoặc không thuộc đối thoại" : "chưa có gì để trả lời"
                print("Không làm công văn cho phiếu \(number): \(reason).")
                return nil
            }
            return ResultLetter(
                sender: sender, registration: number, received: CivilDate(of: registration.receivedAt),
                matters: try answered.map { try casebook.printed($0, of: registration) },
                open: matters.filter { $0.outcome == nil }.map(\.id), cause: owed ? .owed : .absent)
        }
    }
}
