import Domain
import Foundation
import Publishing
import Testing

@Suite("The gates before a release") struct GateTests {
    static let path = "site/doi-thoai/2021/hoi-dap/cau-hoi/index.html"

    static func publication(_ approvals: [Approval], answer: Answer? = nil, at moment: String = "2021-12-15T09:00")
        throws
        -> Publication
    {
        var publication = try SamplePublication.at(moment)
        publication.portal.answers = [try answer ?? SamplePublication.answer()]
        publication.approvals = approvals
        return publication
    }

    static func rules(_ publication: Publication) throws -> [String] {
        try SamplePublication.publisher().files(publication).diagnostics.map(\.rule)
    }

    @Test func `an approved answer is published, and the service is told where`() throws {
        let answer = try SamplePublication.answer()
        let files = try Self.publication([SamplePublication.approval(of: answer)]).texts()
        #expect(files[Self.path]?.contains("Nội dung 2021-0001/1") == true)
        #expect(files["site/cap-nhat.atom"]?.contains("Nộp ở đâu?") == true)
        let release = try ServiceRelease(canonicalBytes: Data(#require(files["service/release.json"]).utf8))
        #expect(release.answers == ["2021-0001/1": "/doi-thoai/2021/hoi-dap/cau-hoi/"])
    }

    @Test func `an approved answer waits for its day`() throws {
        let approval = try SamplePublication.approval(of: SamplePublication.answer())
        #expect(try Self.publication([approval], at: "2021-12-06T07:59:59").texts()[Self.path] == nil)
        #expect(try Self.publication([approval], at: "2021-12-06T08:00:00").texts()[Self.path] != nil)
    }

    @Test func `an answer nobody approved stops the build, even before its day`() throws {
        #expect(try Self.rules(Self.publication([])) == ["answer-not-approved"])
        #expect(try Self.rules(Self.publication([], at: "2021-11-10T09:00")) == ["answer-not-approved"])
    }

    @Test func `an answer changed after its approval stops the build`() throws {
        let approval = try SamplePublication.approval(of: SamplePublication.answer(), digest: "bb")
        #expect(try Self.rules(Self.publication([approval])) == ["answer-changed"])
    }

    @Test func `a withdrawn answer leaves a page that says so, and nothing of its words`() throws {
        let answer = try SamplePublication.answer()
        let approval = try SamplePublication.approval(of: answer, withdrawn: "2021-12-08T10:00")
        let files = try Self.publication([approval]).texts()
        let page = try #require(files[Self.path])
        #expect(page.contains("08/12/2021") && page.contains("rút"))
        let question = try answer.text().question
        #expect(!files.values.contains { $0.contains(question) || $0.contains(answer.title) })
        #expect(files["site/sitemap.xml"]?.contains(answer.path) == false)
        let release = try ServiceRelease(canonicalBytes: Data(#require(files["service/release.json"]).utf8))
        #expect(release.answers.isEmpty)
    }

    @Test func `figures that do not add up stop the build`() throws {
        var publication = try SamplePublication.at("2021-11-10T09:00")
        publication.figures = try SamplePublication.figures()
        publication.figures.series[0].open = 0
        #expect(try Self.rules(publication) == ["figures-out-of-balance"])
    }

    @Test(arguments: ["gọi 0912345678", "nguyenvana@vidu.vn", "căn cước 001234567890"])
    func `personal data in an answer stops the build and changes nothing readers see`(words: String) throws {
        let room = try ReleaseRoom()
        let publisher = try SamplePublication.publisher()
        let good = try SamplePublication.at("2021-11-10T09:00")
        #expect(try publisher.publish(good, into: room.folder).report != nil)
        let before = try room.picture()
        let answer = try SamplePublication.answer(body: Prose(blocks: [.paragraph([.text(words)])]))
        let bad = try Self.publication([SamplePublication.approval(of: answer)], answer: answer)
        let result = try publisher.publish(bad, into: room.folder)
        #expect(result.report == nil)
        #expect(Set(result.diagnostics.map(\.position.file)) == [answer.sourcePath])
        #expect(try room.picture() == before)
    }

    @Test func `an answer whose legal basis lapsed says so from that day`() throws {
        var answer = try SamplePublication.answer()
        answer.legalBases = ["luat-shtt-2005"]
        var publication = try Self.publication([SamplePublication.approval(of: answer)], answer: answer)
        let index = try #require(publication.portal.site.legalReferences.firstIndex { $0.id == "luat-shtt-2005" })
        publication.portal.site.legalReferences[index].to = CivilDate(year: 2021, month: 12, day: 15)
        #expect(try publication.texts()[Self.path]?.contains("hết hiệu lực từ ngày 15/12/2021") == true)
        publication.now = try SamplePublication.instant("2021-12-14T23:59:59")
        #expect(try publication.texts()[Self.path]?.contains("hết hiệu lực") == false)
    }

    @Test(arguments: [
        ("2021-11-01T00:00", "2021-11-05T08:00:00+07:00"), ("2021-11-10T09:00", "2021-11-20T17:30:01+07:00"),
        ("2021-11-20T17:30:01", "2021-11-27T00:00:00+07:00"), ("2021-11-27T00:00", "2021-12-11T00:00:00+07:00"),
    ])
    func `the release says when the site changes next`(moment: String, next: String) throws {
        #expect(try SamplePublication.at(moment).texts()["service/next-boundary.txt"] == next + "\n")
    }

    @Test func `what the service reads stands complete beside the site`() throws {
        let files = try SamplePublication.at("2021-11-10T09:00").texts()
        let release = try ServiceRelease(canonicalBytes: Data(#require(files["service/release.json"]).utf8))
        #expect(release.forms.map(\.id) == ["dang-ky-2021", "phan-anh"])
        #expect(release.forms.map(\.page) == ["/doi-thoai/2021/dang-ky/", "/phan-anh/"])
        for form in release.forms {
            let definition = try #require(files["service/forms/\(form.digest).json"])
            #expect(try FormDefinition(canonicalBytes: Data(definition.utf8)).id == form.id)
        }
        #expect(files["service/templates/pages/gui/kiem-tra.mustache"] != nil)
        #expect(files["service/chrome.json"]?.contains("/tai-nguyen/dt.") == true)
    }
}
