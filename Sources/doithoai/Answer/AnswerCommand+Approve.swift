import ArgumentParser
import Content
import Domain
import Foundation
import Register

extension AnswerCommand {
    /// `doithoai answer approve`.
    struct Approve: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "approve",
            abstract: "Duyệt câu trả lời đã soạn và chuyển vào content/.",
            discussion: """
                Tệp phải đúng dạng và không còn họ tên, đơn vị, địa chỉ, số điện thoại, thư điện tử của người hỏi. \
                Nếu những chữ tìm thấy được phép đăng, thêm --accept-origin và nêu lý do.
                """)

        @OptionGroup var office: OfficeOptions

        @Argument(help: "Nội dung, ví dụ 2021-0020/1.")
        var matter: MatterArgument

        @Option(help: "Vì sao những chữ trùng với người hỏi vẫn được đăng. Lý do vào sổ.")
        var acceptOrigin = ""

        func run() throws {
            let session = try office.open(for: .approver)
            let place = try AnswerPlace(matter: matter.id, session: session)
            let bytes = try draftBytes(place)
            let answer = try parse(bytes, at: place, session)
            try check(answer, bytes: bytes, at: place, session)
            try publish(answer, bytes: bytes, at: place, session)
            print("Đã duyệt câu trả lời cho \(place.matter): \(answer.sourcePath)")
            print("Đưa lên cổng: doithoai build")
        }

        /// The draft, or the published file when that was edited in place.
        private func draftBytes(_ place: AnswerPlace) throws -> Data {
            if FileManager.default.fileExists(atPath: place.draft.path) { return try Data(contentsOf: place.draft) }
            if let published = place.published, let bytes = try place.bytes(of: published.sourcePath) { return bytes }
            throw CommandFailure(
                .problems, "Chưa có tệp nháp cho \(place.matter). Hãy chạy: doithoai answer draft \(place.matter)")
        }

        /// Twice, since the title gives the path and the path gives the slug.
        private func parse(_ bytes: Data, at place: AnswerPlace, _ session: OfficeSession) throws -> Answer {
            let site = session.site
            let today = CivilDate(of: session.clock.now)
            let first = AnswerFile.parse(bytes: bytes, path: "\(place.folder)/nhap.md", site: site, today: today)
            guard let title = first.answer?.title else { throw failure(first.diagnostics, in: place) }
            let path = try place.path(title: title)
            let parsed = AnswerFile.parse(bytes: bytes, path: path, site: site, today: today)
            guard let answer = parsed.answer else { throw failure(parsed.diagnostics, in: place) }
            for warning in parsed.diagnostics { print(warning, terminator: "\n\n") }
            return answer
        }

        private func failure(_ diagnostics: [Diagnostic], in place: AnswerPlace) -> CommandFailure {
            let errors = diagnostics.filter { $0.severity == .error }.map { diagnostic in
                var shown = diagnostic
                shown.position.file = place.draft.path
                return shown.description
            }
            return CommandFailure(.problems, errors.joined(separator: "\n\n") + "\n\nChưa duyệt được: tệp có lỗi.")
        }

        private func check(_ answer: Answer, bytes: Data, at place: AnswerPlace, _ session: OfficeSession) throws {
            guard answer.matter == place.matter else {
                let said = answer.matter?.description ?? "không có"
                throw CommandFailure(.problems, "Tệp ghi matter: \(said), không phải \(place.matter).")
            }
            let text = try answer.text()
            let words = text.body.plainText
            guard answer.title != AnswerDraft.unwrittenTitle, answer.summary != AnswerText.unwrittenSummary,
                !words.contains(AnswerText.unwritten)
            else {
                throw CommandFailure(
                    .problems, "Tệp nháp chưa viết xong: còn câu mẫu ở đầu đề, phần tóm tắt hoặc trả lời.")
            }
            let origin = try session.register.origin(of: place.matter)
            let rule = OriginRule(
                answers: origin.answers, form: origin.form, publicWords: PublicWords(of: place.portal))
            let asRead = [answer.title, answer.asker, answer.summary, text.question, words].joined(separator: "\n")
            let hits = rule.hits(in: String(decoding: bytes, as: UTF8.self))
            // What only shows once Markdown and YAML are read, such as an entity inside a name.
            let hidden = rule.hits(in: asRead).filter { hit in !hits.contains { $0.role == hit.role } }
            guard hits.isEmpty && hidden.isEmpty || !acceptOrigin.isEmpty else {
                let places = hits.map { "dòng \($0.line), cột \($0.column): \($0.role.words)" }
                let others = hidden.map { "trong câu trả lời: \($0.role.words)" }
                throw CommandFailure(
                    .problems,
                    "Câu trả lời còn thông tin của người hỏi:\n  \((places + others).joined(separator: "\n  "))\n"
                        + "Hãy bỏ đi; nếu được phép đăng, thêm --accept-origin và lý do.")
            }
        }

        /// File first, register second: a crash between the two leaves an answer no build will take, never one it
        /// should not have taken.
        private func publish(_ answer: Answer, bytes: Data, at place: AnswerPlace, _ session: OfficeSession) throws {
            let file = try place.contentRoot.appending(path: answer.sourcePath)
            let before = FileManager.default.fileExists(atPath: file.path) ? try Data(contentsOf: file) : nil
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try bytes.write(to: file, options: .atomic)
            do {
                try checkWhole(answer)
                try session.register.approve(
                    answer, of: place.matter, note: acceptOrigin, by: session.officer)
            } catch {
                if let before {
                    try before.write(to: file, options: .atomic)
                } else {
                    try FileManager.default.removeItem(at: file)
                }
                throw error
            }
            if FileManager.default.fileExists(atPath: place.draft.path) {
                try FileManager.default.removeItem(at: place.draft)
            }
        }

        /// What only the whole of content can tell, such as a broken link.
        private func checkWhole(_ answer: Answer) throws {
            let content = try office.folders.contentLoader.load()
            if content.portal == nil { throw CommandFailure(content: content.diagnostics) }
        }
    }
}

extension FormField.Role {
    /// What of the sender was found.
    var words: String {
        switch self {
        case .name: "họ và tên"
        case .organisation: "tên đơn vị"
        case .address: "địa chỉ"
        case .telephone: "số điện thoại"
        case .email: "thư điện tử"
        default: "thông tin riêng"
        }
    }
}
