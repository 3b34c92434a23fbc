import ArgumentParser
import Content
import Domain

/// `doithoai new page`.
struct NewPage: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "page", abstract: "Trang đứng riêng, như Giới thiệu, Liên hệ: content/trang/<slug>.md.")

    @OptionGroup var folders: FolderOptions

    @Argument(help: "Tên trang, ví dụ \"Hướng dẫn nộp hồ sơ\".")
    var title: String

    @Option(help: "Địa chỉ trang. Mặc định: tên trang, bỏ dấu.")
    var slug: String?

    @Option(help: "Mã phòng giữ trang. Mặc định: phòng đầu tiên trong site.yaml.")
    var owner: String?

    func run() throws {
        let new = try NewFiles(folders)
        let divisions = new.portal.site.divisions.map(\.id)
        guard let owner = owner ?? divisions.first, divisions.contains(owner) else {
            throw CommandFailure(
                .wrongUse, "Không có phòng nào mang mã đó; dùng một trong: \(divisions.joined(separator: ", ")).")
        }
        let slug = try new.slug(slug, title: title)
        guard !PageStart.isReserved(slug) else {
            throw CommandFailure(
                .wrongUse, "Cổng đã có sẵn trang ở địa chỉ /\(slug)/. Hãy chọn địa chỉ khác: --slug …")
        }
        let start = PageStart(title: title, owner: owner, today: new.today)
        try new.write(
            [("content/trang/\(slug).md", start.text)],
            next: "Trang sẽ ở địa chỉ /\(slug)/. Viết xong, chạy doithoai check rồi doithoai build.")
    }
}
