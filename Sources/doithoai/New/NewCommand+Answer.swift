import ArgumentParser
import Content
import Domain

/// `doithoai new answer`.
struct NewAnswer: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer",
        abstract: "Câu hỏi và câu trả lời minh họa, chỉ hiện khi chạy thử.",
        discussion: "Câu trả lời thật thuộc về một nội dung trong sổ: doithoai answer draft.")

    @OptionGroup var folders: FolderOptions

    @Argument(help: "Câu hỏi, thành tên trang.")
    var title: String

    @Option(help: "Mã lĩnh vực.")
    var subject: String

    @Option(help: "Mã đợt đối thoại. Không ghi: câu trả lời phản ánh, kiến nghị.")
    var edition: String?

    @Option(help: "Địa chỉ trang. Mặc định: câu hỏi, bỏ dấu.")
    var slug: String?

    func run() throws {
        let new = try NewFiles(folders)
        guard let subject = new.portal.site.subject(subject) else {
            let known = new.portal.site.subjects.map(\.id).joined(separator: ", ")
            throw CommandFailure(.wrongUse, "Không có lĩnh vực nào mang mã đó; dùng một trong: \(known).")
        }
        let editions = new.portal.editions.map(\.dialogue.id)
        guard edition.map(editions.contains) ?? true else {
            throw CommandFailure(.wrongUse, "Không có đợt nào mang mã đó; dùng: \(editions.joined(separator: ", ")).")
        }
        let folder = edition.map { "content/doi-thoai/\($0)/hoi-dap" } ?? "content/phan-anh/hoi-dap"
        let start = AnswerStart(title: title, subject: subject, today: new.today)
        try new.write(
            [("\(folder)/\(try new.slug(slug, title: title)).md", start.text)],
            next: "Viết câu hỏi, câu tóm tắt và câu trả lời, rồi chạy doithoai check.")
    }
}
