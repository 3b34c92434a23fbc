import Domain
import Foundation
import Theme

/// What all pages are made of, and the records that several of them show.
struct PageMaker {
    let view: PublicView
    /// Ids that templates of the theme give to their own parts.
    var templateIDs: Set<String> = []

    var site: Site { view.site }

    static let home = Chrome.Link("Trang chủ", "/")
    static let notices = Chrome.Link("Thông báo", "/thong-bao/")
    static let subjects = Chrome.Link("Hỏi – đáp", "/linh-vuc/")
    static let feedback = Chrome.Link("Phản ánh, kiến nghị", "/phan-anh/")
    static let register = Chrome.Link("Sổ tiếp nhận", "/so-tiep-nhan/")
    static let lookup = Chrome.Link("Tra cứu", "/tra-cuu/")
    static let questions = Chrome.Link("Tất cả câu hỏi", "/tim-kiem/")

    /// The link to an edition's own page.
    func link(_ edition: PublicEdition) -> Chrome.Link { Chrome.Link(edition.dialogue.shortTitle, edition.path) }

    /// A *question* of a list.
    func question(_ answer: Answer, about: String) -> ThemeValue {
        [
            "title": .text(answer.title), "href": .text(answer.path), "badge": .badge(answer.outcome),
            "about": .text(answer.isIllustration ? about + " (minh họa)" : about),
            "time": .figures(CivilDate(of: answer.published)),
        ]
    }

    func questions(_ answers: [Answer], byDivision: Bool = false) -> ThemeValue {
        .list(answers.map { question($0, about: byDivision ? divisionName($0.division) : subjectName($0.subject)) })
    }

    /// A *file* to download.
    func file(_ file: DownloadFile, of edition: PublicEdition) -> ThemeValue {
        let pages = file.pages.map { ["\($0) trang"] } ?? []
        let details = [file.label] + pages + [VietnameseNumber.size(bytes: file.bytes.count)]
        return [
            "type": .text(file.label), "href": .text(edition.path(of: file)), "name": .text(file.title),
            "details": .text(details.joined(separator: ", ")), "digest": .text(file.digest),
        ]
    }

    /// «11 câu trả lời»; the words for none.
    func count(_ number: Int) -> String {
        number == 0 ? "Chưa có câu trả lời" : "\(VietnameseNumber.figures(number)) câu trả lời"
    }

    func subjectName(_ id: String) -> String {
        id == Subject.unsure ? Subject.unsureLabel : site.subject(id)?.name ?? id
    }

    func divisionName(_ id: String) -> String {
        id.isEmpty ? "Chưa giao phòng, đơn vị nào" : site.division(id)?.name ?? id
    }

    /// A legal basis as a citation, with the day it lapsed.
    func legalBasis(_ idOrText: String) -> String {
        guard let reference = site.legalReference(idOrText) else { return idOrText }
        guard view.lapsed.contains(reference.id), let day = reference.to else { return reference.citation }
        return "\(reference.citation) (hết hiệu lực từ ngày \(VietnameseDate.figures(day)))"
    }

    /// A walk of prose for one page.
    ///
    /// - Parameter form: The form that stands on the same page, whose controls bear the names of its fields.
    func prose(
        numbering: ProseHTML.Numbering = .none, headingShift: Int = 0, form: FormDefinition? = nil
    ) -> ProseHTML {
        let fields = Set(form?.fields.map(\.name) ?? [])
        return ProseHTML(
            site: site, numbering: numbering, headingShift: headingShift, reserved: templateIDs.union(fields))
    }

    /// Text outside prose with short forms spelled out, as text.
    func spelledOut(_ text: String) -> String {
        var abbreviations = Abbreviations(site.abbreviations)
        return abbreviations.pieces(of: text, in: text).map { piece in
            switch piece {
            case .text(let text): text
            case .short(let short, let words, let isExplained): isExplained ? short : "\(short) (\(words))"
            }
        }.joined()
    }
}
