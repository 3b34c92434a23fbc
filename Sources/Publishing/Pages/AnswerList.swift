import Domain
import Theme

/// A long list of answers, newest first, cut so that growth touches few pages.
///
/// Parts are counted from the oldest answer and hold ``size`` answers for good: part 3 is always answers 41 to 60.
/// What is not in a full part stands on the list's first page, with one full part's worth at least, so that a new
/// answer changes that page alone. No part says how many there are, or it would change whenever one is added.
struct AnswerList {
    /// The site path of its first page.
    let path: String
    /// Above the heading: «Lĩnh vực».
    let kind: String
    let title: String
    /// The pages above, without the home page.
    let crumbs: [Chrome.Link]
    /// Newest first.
    let answers: [Answer]

    /// Twenty titles are two or three screens of a phone and 9 kB: the first page, twice that at most, stays far
    /// below what a poor connection bears, and a list of a year fits into one or two parts.
    static let size = 20

    /// How many parts stand behind the first page.
    var partCount: Int { max(0, answers.count / Self.size - 1) }

    /// The answers of the first page.
    var newest: ArraySlice<Answer> { answers.prefix(answers.count - partCount * Self.size) }

    /// The part with this number, counted from 1.
    func part(_ number: Int) -> ArraySlice<Answer> {
        answers.dropLast((number - 1) * Self.size).suffix(Self.size)
    }

    /// The ways on from the first page; nothing when there is no other.
    var pages: ThemeValue {
        guard partCount > 0 else { return .absent }
        var links: [ThemeValue] = [
            .page("Mới nhất", path, isCurrent: true), .page("Cũ hơn", partPath(partCount), rel: "next"),
        ]
        if partCount > 1 { links.append(.page("Cũ nhất", partPath(1))) }
        return ["label": "Các trang của danh sách", "links": .list(links)]
    }

    func partPath(_ number: Int) -> String { "\(path)trang/\(number)/" }
}
