import ArgumentParser
import Content
import Domain
import Foundation

/// `doithoai new edition`.
struct NewEdition: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edition",
        abstract: "Một đợt đối thoại mới, theo mẫu của đợt gần nhất, các mốc tính từ ngày hội nghị.")

    @OptionGroup var folders: FolderOptions

    @Option(help: "Lúc khai mạc hội nghị, ví dụ \"24/11/2022 14:00\".")
    var conference: MomentArgument

    @Option(name: .customLong("from"), help: "Mã đợt làm mẫu. Mặc định: đợt gần nhất.")
    var model: String?

    func run() throws {
        let new = try NewFiles(folders)
        let editions = new.portal.editions
        guard let model = model.map({ id in editions.first { $0.dialogue.id == id } }) ?? editions.last else {
            let known = editions.map(\.dialogue.id).joined(separator: ", ")
            throw CommandFailure(.wrongUse, "Không có đợt nào để làm mẫu; các đợt đang có: \(known).")
        }
        let year = CivilDate(of: conference.instant).year
        let form = new.url("content/doi-thoai/\(model.dialogue.id)/phieu-dang-ky.md")
        let start = EditionStart(
            year: year,
            schedule: ProposedSchedule(conference: conference.instant, holidays: new.portal.site.holidays),
            model: model, formSource: try String(contentsOf: form, encoding: .utf8), today: new.today)
        try new.write(
            start.files.map { ("content/doi-thoai/\(year)/\($0.name)", $0.text) },
            next: """
                Việc tiếp theo:
                  1. Đối chiếu các mốc trong dialogue.yaml với kế hoạch được duyệt.
                  2. Viết thong-bao.md và ke-hoach.md; xem lại phieu-dang-ky.md.
                  3. Ghi ngày nghỉ lễ của năm \(year) vào content/site.yaml, rồi chạy doithoai check.
                """)
    }
}
