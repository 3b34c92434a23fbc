import Content
import Domain
import Foundation
import Testing

@Suite("Loading content") struct LoadingTests {
    private func goodPortal() throws -> Portal {
        let loaded = try FixtureSite("good").load(at: BrokenSitesTests.day?.start)
        #expect(loaded.diagnostics.isEmpty)
        return try #require(loaded.portal)
    }

    @Test func `the site is read as written`() throws {
        let site = try goodPortal().site
        #expect(site.baseURL == "https://so-mau.example.vn")
        #expect(site.agency.telephone.isEmpty)
        #expect(site.subject("nuoc")?.division == "van-phong")
        #expect(site.abbreviations == ["TTHC": "thủ tục hành chính"])
        #expect(site.holidays.map(VietnameseDate.figures) == ["01/01/2025", "30/04/2025", "01/05/2025"])
        #expect(site.legalReference("nd-cu")?.to == CivilDate(year: 2026, month: 1, day: 1))
    }

    @Test func `the edition is read as written, dates in Vietnam's time`() throws {
        let edition = try #require(try goodPortal().editions.first)
        #expect(edition.dialogue.id == "2025")
        #expect(edition.dialogue.mode == .mixed)
        let schedule = edition.dialogue.schedule
        #expect(VietnameseDate.machine(schedule.closes) == "2025-05-20T17:30:00+07:00")
        #expect(schedule.results.map(VietnameseDate.machine) == "2025-06-06T08:00:00+07:00")
        #expect(edition.dialogue.signature.authority.isEmpty)
        #expect(edition.dialogue.tasks.map(\.due) == [20, 23].map { CivilDate(year: 2025, month: 5, day: $0) })
        #expect(edition.notice.slug == "doi-thoai-2025")
        #expect(edition.plan.legalBases == ["luat-mau"])
        #expect(edition.results?.facts.map(\.value) == ["12", "Người đứng đầu Sở"])
    }

    @Test func `a form gets the defaults of the format`() throws {
        let portal = try goodPortal()
        let form = try #require(portal.editions.first).form
        #expect(form.id == "dang-ky-2025")
        #expect(portal.feedback.form.id == "phan-anh")
        let address = try #require(form.field(.address))
        #expect(address.rows == 2 && address.paperLines == 1 && address.min == 0)
        #expect(address.isPrivate && address.isExported && address.isErased)
        #expect(address.paperLabel == "Địa chỉ" && address.shortLabel == "Địa chỉ")
        #expect(form.field(.matter)?.rows == 7)
        #expect(form.field(.organisation)?.required == .when(field: "loai", values: ["to-chuc"]))
        #expect(form.field(.subject)?.options.isEmpty == true)
        #expect(form.field(.complaint)?.options.map(\.exits) == [false, true])
        #expect(portal.feedback.description == "Gửi quanh năm.")
    }

    @Test func `without a report of results there is no such phase`() throws {
        let site = try FixtureSite("good")
        try FileManager.default.removeItem(at: site.root.appending(path: "content/doi-thoai/2025/ket-qua.md"))
        let edition = try #require(site.load().portal?.editions.first)
        #expect(edition.results == nil && edition.dialogue.schedule.results == nil)
    }

    @Test func `what lies over the checkout joins and replaces`() throws {
        let site = try FixtureSite("good")
        let overlay = try FixtureSite("good")
        try FileManager.default.removeItem(at: overlay.root.appending(path: "content"))
        let answer = "content/phan-anh/hoi-dap/gieng-khoan.md"
        let text = try String(contentsOf: site.root.appending(path: answer), encoding: .utf8)
        try overlay.write(text.replacingOccurrences(of: "asker: Một hộ dân", with: "asker: Một tổ chức"), to: answer)
        try overlay.write(text, to: "content/phan-anh/hoi-dap/gieng-khac.md")
        let loaded = withExtendedLifetime((site, overlay)) {
            ContentLoader(root: site.root, overlays: [overlay.root]).load()
        }
        #expect(loaded.diagnostics.isEmpty)
        let answers = try #require(loaded.portal).answers.filter { $0.series == .feedback }
        #expect(answers.map(\.slug) == ["gieng-khac", "gieng-khoan"])
        #expect(answers.map(\.asker) == ["Một hộ dân", "Một tổ chức"])
    }

    @Test func `answers are in order of publication`() throws {
        #expect(try goodPortal().answers.map(\.slug) == ["gieng-khoan", "tach-thua"])
    }

    @Test func `the same files give the same value every time`() throws {
        #expect(try goodPortal() == goodPortal())
    }

    @Test func `a folder without content says so`() {
        let nowhere = FileManager.default.temporaryDirectory.appending(path: "doithoai-nowhere-\(UUID().uuidString)")
        let loaded = ContentLoader(root: nowhere).load()
        #expect(loaded.portal == nil)
        #expect(loaded.diagnostics.map(\.rule) == ["no-content"])
    }

    @Test func `one error withholds the portal, a warning does not`() throws {
        #expect(try FixtureSite("days-off").load().portal != nil)
        #expect(try FixtureSite("results-too-early").load().portal == nil)
    }
}

@Suite("The content of this repository") struct RealContentTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test func `it loads without an error`() throws {
        let loaded = ContentLoader(root: Self.root).load()
        #expect(loaded.diagnostics.filter { $0.severity == .error } == [])
        #expect(loaded.portal?.editions.isEmpty == false)
    }

    @Test func `whatever the plan of 2021 has against the rules is accepted with a reason`() {
        #expect(ContentLoader(root: Self.root).load().diagnostics == [])
    }
}

@Suite("Files that are none") struct SpecialFileTests {
    @Test func `a link that leads round in a circle is reported, not followed`() throws {
        let site = try FixtureSite("good")
        let content = site.root.appending(path: "content")
        try FileManager.default.createSymbolicLink(
            at: content.appending(path: "trang/vong"), withDestinationURL: content)
        try FileManager.default.createSymbolicLink(
            at: content.appending(path: "trang/hong.md"), withDestinationURL: content.appending(path: "khong-co"))
        let found = site.load().diagnostics
        #expect(found.map(\.position.file) == ["content/trang/hong.md", "content/trang/vong"])
        #expect(found.map(\.rule) == ["unreadable-file", "unexpected-file"])
    }

    @Test func `a named pipe does not hold the loader`() throws {
        let site = try FixtureSite("good")
        let place = site.root.appending(path: "content/trang/ong.md").path
        try #require(mkfifo(place, 0o600) == 0)
        #expect(site.load().diagnostics.map(\.rule) == ["unexpected-file"])
    }

    @Test func `a value cut by a comment is a warning`() throws {
        let site = try FixtureSite("good")
        let path = "content/office.yaml"
        let text = try String(contentsOf: site.root.appending(path: path), encoding: .utf8)
        try site.write(
            text.replacingOccurrences(of: "name: Người duyệt", with: "name: Người duyệt #2")
                .replacingOccurrences(of: "[approver]", with: "[approver] # một người"), to: path)
        #expect(site.load().diagnostics.map(\.rule) == ["cut-by-comment"])
    }
}
