import ArgumentParser
import Content
import Domain
import Foundation

/// `doithoai new`: a well-formed file to start from.
struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Tạo tệp mới đúng mẫu trong content/: trang, câu trả lời minh họa, đợt đối thoại.",
        discussion: """
            Không ghi đè tệp nào. Câu trả lời cho một nội dung trong sổ thì tạo bằng: doithoai answer draft.
            """,
        subcommands: [NewPage.self, NewAnswer.self, NewEdition.self])
}

/// Where new files go, and what they are made after.
struct NewFiles {
    let folders: FolderOptions
    let portal: Portal
    let today: CivilDate

    /// - Throws: When `content/` has errors: what is made after it would have them too.
    init(_ folders: FolderOptions) throws {
        self.folders = folders
        today = CivilDate(of: try folders.clock.now)
        guard let portal = try folders.contentLoader.load().portal else {
            throw CommandFailure(.problems, "content/ đang có lỗi. Hãy chạy doithoai check và sửa trước.")
        }
        self.portal = portal
    }

    /// Writes all files or none, and says what comes next.
    ///
    /// - Parameter files: Paths from the root, with their texts.
    func write(_ files: [(path: String, text: String)], next: String) throws {
        for (path, _) in files where FileManager.default.fileExists(atPath: url(path).path) {
            throw CommandFailure(.problems, "Đã có \(path). Hãy sửa tệp đó, hoặc chọn tên khác.")
        }
        for (path, text) in files {
            let url = url(path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url, options: .withoutOverwriting)
            print("mới: \(path)")
        }
        print(next)
    }

    /// An address made of the title's words, unless one was given.
    func slug(_ given: String?, title: String) throws -> String {
        let slug = given ?? VietnameseText.slug(title)
        guard !slug.isEmpty, slug == VietnameseText.slug(slug) else {
            throw CommandFailure(
                .wrongUse, "“\(slug)” không làm địa chỉ được: dùng chữ thường không dấu, số, gạch nối.")
        }
        return slug
    }

    func url(_ path: String) -> URL { folders.root.appending(path: path) }
}
