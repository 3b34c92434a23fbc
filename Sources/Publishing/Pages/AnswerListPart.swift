import Domain
import Theme

/// The page of a full part of a long list: it changes when its own answers do, and once when a part follows it.
///
/// Large lists have hundreds, so the key is taken of what the page is made of. It sees nothing else.
struct AnswerListPart: InContext {
    let context: PageContext
    /// Counts from 1 at the oldest.
    let number: Int
    /// No part is newer: what is newer stands on the list's first page.
    let isNewest: Bool
    let path: String
    /// The list's first page.
    let list: Chrome.Link
    let kind: String
    /// The pages above the list, without the home page.
    let crumbs: [Chrome.Link]
    /// In the list of a subject the division says more, elsewhere the subject.
    let isByDivision: Bool
    /// The division that keeps the list.
    let owner: String
    /// Newest first.
    let answers: [Answer]

    var product: PageProduct {
        var key = KeyWriter("part of a list")
        key.add(context.digest)
        key.add(number)
        key.add(isNewest)
        key.add(path)
        key.add(list)
        key.add(kind)
        key.add(crumbs) { $0.add($1) }
        key.add(isByDivision)
        key.add(owner)
        key.add(answers) { $0.add($1) }
        return PageProduct(path: path, modified: newest, key: key, page: page)
    }

    private var newest: CivilDate? { answers.first.map { CivilDate(of: $0.published) } }

    @Sendable private func page() -> SitePage {
        SitePage(
            path: path, template: "pages/cau-hoi", title: title,
            description: "\(title) (trang \(number), tính từ cũ nhất).", section: PageMaker.subjects.href,
            updated: newest.map { .day($0) } ?? .absent, owner: owner, modified: newest,
            crumbs: [PageMaker.home] + crumbs + [list],
            values: [
                "kind": .text(kind), "lead": "", "choices": .absent, "division": .absent, "feed": .absent,
                "book": .absent,
                "count": .text(countOfQuestions(answers.count)),
                "answers": questions(answers, byDivision: isByDivision), "pages": pages,
            ])
    }

    /// «Sở hữu trí tuệ: đăng từ 03/05/2019 đến 21/08/2019».
    private var title: String {
        let days = [answers.last, answers.first].compactMap { $0 }
            .map { VietnameseDate.figures(CivilDate(of: $0.published)) }
        guard Set(days).count > 1 else { return "\(list.label): đăng ngày \(days.first ?? "")" }
        return "\(list.label): đăng từ \(days.joined(separator: " đến "))"
    }

    /// The ways to its neighbours. The order of reading is newest first, so the next page is the older one.
    private var pages: ThemeValue {
        let root = "\(list.href)trang/"
        var links: [ThemeValue] = [
            .page("Mới nhất", list.href),
            .page("Mới hơn", isNewest ? list.href : "\(root)\(number + 1)/", rel: "prev"),
            .page("Trang \(number), tính từ cũ nhất", path, isCurrent: true),
        ]
        if number > 1 { links.append(.page("Cũ hơn", "\(root)\(number - 1)/", rel: "next")) }
        if number > 2 { links.append(.page("Cũ nhất", "\(root)1/")) }
        return ["label": "Các trang của danh sách", "links": .list(links)]
    }
}

extension InContext {
    /// «11 câu hỏi, mới nhất trước»; the words for none.
    func countOfQuestions(_ number: Int) -> String {
        switch number {
        case 0: "Chưa có câu hỏi nào được đăng"
        case 1: "1 câu hỏi"
        default: "\(VietnameseNumber.figures(number)) câu hỏi, mới nhất trước"
        }
    }
}
