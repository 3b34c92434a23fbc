import ArgumentParser
import Domain
import Foundation
import Register

extension AnswerCommand {
    /// `doithoai answer draft`.
    struct Draft: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "draft",
            abstract: "Tạo tệp nháp cho một nội dung, có sẵn câu hỏi, lĩnh vực, phòng trả lời.",
            discussion: "Nội dung đã có câu trả lời trên cổng thì tệp nháp là bản đang đăng, để sửa rồi duyệt lại.")

        @OptionGroup var office: OfficeOptions

        @Argument(help: "Nội dung, ví dụ 2021-0020/1.")
        var matter: MatterArgument

        @Flag(help: "Bỏ tệp nháp đang có và tạo lại.")
        var replace = false

        func run() throws {
            let matter = try matter.id
            let session = try office.open(for: .division)
            let place = try AnswerPlace(matter: matter, session: session)
            let origin = try session.register.origin(of: matter)
            if FileManager.default.fileExists(atPath: place.draft.path), !replace {
                throw CommandFailure(
                    .problems, "Đã có tệp nháp \(place.draft.path). Hãy sửa tệp đó, hoặc thêm --replace để tạo lại.")
            }
            guard session.site.subject(origin.matter.subject) != nil else {
                throw CommandFailure(
                    .problems,
                    "Nội dung \(matter) chưa rõ lĩnh vực. Hãy xếp trước: doithoai register classify \(matter) --subject …"
                )
            }
            let draft = AnswerDraft(origin: origin, site: session.site, now: session.clock.now)
            let published = try place.published.flatMap { try place.bytes(of: $0.sourcePath) }
            try session.register.draft(matter, division: draft.division, by: session.officer)
            try (published ?? Data(draft.text.utf8)).write(to: place.draft, options: .atomic)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: place.draft.path)
            printNext(place)
        }

        private func printNext(_ place: AnswerPlace) {
            print(
                """
                Tệp nháp: \(place.draft.path)
                Việc tiếp theo:
                  1. Mở tệp, viết đầu đề, câu tóm tắt và câu trả lời; bỏ họ tên, địa chỉ, số điện thoại người hỏi nếu có.
                  2. Nhờ người duyệt chạy: doithoai answer approve \(place.matter)
                  3. Đưa lên cổng: doithoai build
                """)
        }
    }
}
