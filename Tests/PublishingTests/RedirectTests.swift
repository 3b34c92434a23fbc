import Domain
import Foundation
import Publishing
import Testing

@Suite("Former addresses") struct RedirectTests {
    static let from = "/doi-thoai/2021/hoi-dap/ten-cu/"
    static let file = "site/doi-thoai/2021/hoi-dap/ten-cu/index.html"

    @Test func `a former address sends the reader on, by itself and by a link, and is not for search engines`() throws {
        var publication = try SamplePublication.at("2021-11-10T09:00")
        publication.portal.redirects = [Redirect(from: Self.from, to: "/phan-anh/#phieu")]
        let files = try publication.texts()
        let page = try #require(files[Self.file])
        #expect(page.contains("<meta http-equiv=\"refresh\" content=\"0; url=/phan-anh/#phieu\">"))
        #expect(page.contains("<link rel=\"canonical\" href=\"https://www.khcnbackan.gov.vn/phan-anh/#phieu\">"))
        #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
        #expect(page.contains("<a class=\"dt-link\" href=\"/phan-anh/#phieu\">"))
        #expect(files["site/sitemap.xml"]?.contains(Self.from) == false)
        let moved = files.filter { $0.key.hasPrefix("site/") && $0.value.contains("http-equiv=\"refresh\"") }
        #expect(moved.keys.sorted() == [Self.file])
    }

    @Test func `an address that leads to a page which is not public yet answers as that page does`() throws {
        var publication = try SamplePublication.at("2021-11-10T09:00")
        publication.portal.redirects = [Redirect(from: Self.from, to: "/doi-thoai/2021/ket-qua/")]
        #expect(try publication.texts()[Self.file] == nil)
    }

    @Test func `an answer that moved keeps its approval`() throws {
        var publication = try SamplePublication.at("2021-12-15T09:00")
        var answer = try SamplePublication.answer(slug: "ten-cu")
        publication.approvals = [try SamplePublication.approval(of: answer)]
        answer.slug = "ten-moi"
        publication.portal.answers = [answer]
        publication.portal.redirects = [Redirect(from: Self.from, to: answer.path)]
        #expect(try publication.texts()[Self.file]?.contains("href=\"\(answer.path)\"") == true)
    }
}
