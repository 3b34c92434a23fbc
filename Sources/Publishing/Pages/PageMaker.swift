import Domain
import Foundation
import Theme

/// Makes the pages there are few of, out of all that is public; their keys are taken of the finished pages.
///
/// Pages there are many of (answers, parts of long lists) are makers of their own that see only what their key covers,
/// such as ``AnswerPage``.
struct PageMaker: InContext {
    let view: PublicView
    let context: PageContext

    static let home = Chrome.Link("Trang chủ", "/")
    static let notices = Chrome.Link("Thông báo", "/thong-bao/")
    static let subjects = Chrome.Link("Hỏi – đáp", "/linh-vuc/")
    static let feedback = Chrome.Link("Phản ánh, kiến nghị", "/phan-anh/")
    static let feedbackAnswers = Chrome.Link("Phản ánh, kiến nghị đã có kết quả", "/phan-anh/hoi-dap/")
    static let register = Chrome.Link("Sổ tiếp nhận", "/so-tiep-nhan/")
    static let lookup = Chrome.Link("Tra cứu", "/tra-cuu/")
    static let questions = Chrome.Link("Tìm câu hỏi", "/tim-kiem/")

    /// The division that keeps the portal itself: who keeps the form that is always open.
    var keeper: String { divisionName(view.feedback.form.owner) }

    /// The link to an edition's own page.
    func link(_ edition: PublicEdition) -> Chrome.Link { Chrome.Link(edition.dialogue.shortTitle, edition.path) }

    /// A *file* to download.
    func file(_ file: DownloadFile, of edition: PublicEdition) -> ThemeValue {
        self.file(file, at: edition.path(of: file))
    }

    static func feedbackPath(of file: DownloadFile) -> String { feedback.href + "tai-ve/" + file.name }

    /// The answers of a list as one *file*; nothing when none is made.
    func book(_ files: [ThemeValue]) -> ThemeValue { files.isEmpty ? .absent : ["files": .list(files)] }

    /// What everybody wants to know of a file before getting it.
    func file(_ file: DownloadFile, at path: String) -> ThemeValue {
        let pages = file.pages.map { ["\($0) trang"] } ?? []
        let details = [file.label] + pages + [VietnameseNumber.size(bytes: file.size)]
        return [
            "type": .text(file.label), "href": .text(path), "name": .text(file.title),
            "details": .text(details.joined(separator: ", ")), "digest": .text(file.digest),
        ]
    }
}
