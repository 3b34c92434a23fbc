import Domain
import Foundation
import Publishing
import Testing

@Suite("Long lists of answers") struct AnswerListTests {
    /// So many answers on one subject of one edition, a day apart, the oldest first.
    static func publication(_ count: Int, changing: (inout [Answer]) -> Void = { _ in }) throws -> Publication {
        var publication = try SamplePublication.at("2024-01-01T09:00")
        let template = try SamplePublication.answer()
        publication.portal.answers = (0..<count).map { number in
            var answer = template
            answer.slug = "cau-\(number + 1)"
            answer.title = "Câu hỏi thứ \(number + 1)?"
            answer.matter = MatterID("2021-\(String(10_000 + number))/1")
            answer.published = template.published.addingTimeInterval(Double(number) * 86_400)
            return answer
        }
        changing(&publication.portal.answers)
        for index in publication.portal.answers.indices {
            publication.portal.answers[index].sourceDigest = "\(index) \(publication.portal.answers[index].title)"
        }
        publication.approvals = try publication.portal.answers.map { try SamplePublication.approval(of: $0) }
        return publication
    }

    static let list = "/linh-vuc/so-huu-tri-tue/"

    static func titles(_ page: String) -> [Int] {
        page.matches(of: /Câu hỏi thứ (\d+)\?<\/a><\/h3>/).compactMap { Int($0.1) }
    }

    @Test(arguments: [0, 1, 39, 40, 41, 59, 60, 105])
    func `walking from the newest to older pages meets every answer once, newest first`(count: Int) throws {
        let files = try Self.publication(count).texts()
        for list in [Self.list, "/doi-thoai/2021/hoi-dap/"] {
            var seen: [Int] = []
            var next: String? = list
            var walked = 0
            while let path = next {
                let page = try #require(files["site\(path)index.html"])
                #expect(page.contains("<link rel=\"canonical\" href=\"https://www.khcnbackan.gov.vn\(path)\">"))
                let onPage = Self.titles(page)
                #expect(walked == 0 ? onPage.count < 40 : onPage.count == 20)
                seen += onPage
                next = page.firstMatch(of: /href="([^"]+)" rel="next"/).map { String($0.1) }
                walked += 1
            }
            #expect(seen == Array((1...max(count, 1)).reversed()).filter { $0 <= count })
            #expect(walked == files.keys.filter { $0.hasPrefix("site\(list)trang/") }.count + 1)
        }
    }

    @Test func `a new answer changes the first page of a list and no part of it`() throws {
        let before = try Self.publication(105).texts()
        let after = try Self.publication(106).texts()
        let parts = before.filter { $0.key.contains("/trang/") && !$0.key.contains("/tim-kiem/") }
        #expect(parts.count == 8)
        for (path, text) in parts { #expect(after[path] == text, "\(path)") }
        #expect(after["site\(Self.list)index.html"] != before["site\(Self.list)index.html"])
    }

    @Test func `a full part coming to be changes the part before it in its ways only`() throws {
        let before = try Self.publication(119).texts()
        let after = try Self.publication(120).texts()
        let changed = before.filter { $0.key.hasPrefix("site\(Self.list)trang/") && after[$0.key] != $0.value }
        #expect(changed.keys.sorted() == ["site\(Self.list)trang/4/index.html"])
        let part = try #require(after["site\(Self.list)trang/4/index.html"])
        #expect(part.contains("href=\"\(Self.list)trang/5/\" rel=\"prev\""))
        #expect(part.replacing("\(Self.list)trang/5/", with: Self.list) == changed.values.first)
    }

    @Test func `a changed title changes one page of each list it is in`() throws {
        let before = try Self.publication(105).texts()
        let after = try Self.publication(105) { $0[30].title = "Tên mới?" }.texts()
        let lists = before.keys.filter { after[$0] != before[$0] && $0.contains("/trang/") }.sorted()
        let paths = ["/doi-thoai/2021/hoi-dap/trang/2/", "\(Self.list)trang/2/", "/tim-kiem/2022/trang/1/"]
        #expect(lists == paths.map { "site\($0)index.html" })
    }

    @Test func `a part says which days it covers and where it stands`() throws {
        let page = try #require(try Self.publication(105).texts()["site\(Self.list)trang/2/index.html"])
        #expect(page.contains("<title>Sở hữu trí tuệ: đăng từ 26/12/2021 đến 14/01/2022 – "))
        #expect(page.contains("<a href=\"\(Self.list)trang/2/\" aria-current=\"page\">Trang 2, tính từ cũ nhất</a>"))
        #expect(page.contains("<a href=\"\(Self.list)\">Mới nhất</a>"))
        #expect(page.contains("<a href=\"\(Self.list)trang/3/\" rel=\"prev\">Mới hơn</a>"))
        #expect(page.contains("<a href=\"\(Self.list)trang/1/\" rel=\"next\">Cũ hơn</a>"))
        #expect(page.contains("<nav aria-label=\"Các trang của danh sách\">"))
    }
}
