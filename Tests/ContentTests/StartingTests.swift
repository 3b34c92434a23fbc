import Content
import Domain
import Foundation
import Testing

@Suite("Files to start from") struct StartingTests {
    private let today = CivilDate(number: 20_000)

    @Test(arguments: ["Hướng dẫn: \"nộp\" hồ sơ", "- # {{a}} \\ 'b' & *c*"])
    func `a begun page and a begun answer are well-formed, whatever their title`(title: String) throws {
        let site = try FixtureSite("good")
        let portal = try #require(site.load().portal)
        let subject = try #require(portal.site.subjects.first)
        let owner = try #require(portal.site.divisions.first).id
        try site.write(
            PageStart(title: title, owner: owner, today: today).text, to: "content/trang/trang-moi.md")
        try site.write(
            AnswerStart(title: title, subject: subject, today: today).text,
            to: "content/phan-anh/hoi-dap/cau-hoi-moi.md")
        let loaded = site.load()
        #expect(loaded.diagnostics.filter { $0.severity == .error } == [])
        let sample = loaded.diagnostics.filter { $0.rule == "sample-sentence" }
        #expect(sample.count(where: { $0.position.file.hasSuffix("trang-moi.md") }) == 3)
        #expect(sample.count(where: { $0.position.file.hasSuffix("cau-hoi-moi.md") }) == 1)
        #expect(loaded.portal?.pages.first { $0.slug == "trang-moi" }?.title == title)
        #expect(loaded.portal?.answers.first { $0.slug == "cau-hoi-moi" }?.title == title)
    }

    @Test func `an address that the portal uses itself is no place for a page`() {
        for slug in ["tra-cuu", "tim-kiem", "gui"] { #expect(PageStart.isReserved(slug)) }
        #expect(!PageStart.isReserved("huong-dan-nop-ho-so"))
    }

    @Test func `a begun edition is well-formed and says nothing of the year it was made after`() throws {
        let site = try FixtureSite("good")
        let portal = try #require(site.load().portal)
        let model = try #require(portal.editions.last)
        let conference = try #require(CivilDate(year: 2027, month: 5, day: 27)).at(hour: 14, minute: 0)
        let source = site.root.appending(path: "content/doi-thoai/\(model.dialogue.id)/phieu-dang-ky.md")
        let start = EditionStart(
            year: 2027, schedule: ProposedSchedule(conference: conference, holidays: portal.site.holidays),
            model: model, formSource: try String(contentsOf: source, encoding: .utf8), today: today)
        for file in start.files { try site.write(file.text, to: "content/doi-thoai/2027/\(file.name)") }
        let loaded = site.load()
        // Its tasks wait for their dates.
        #expect(Set(loaded.diagnostics.map(\.rule)) == ["duty-without-date", "sample-sentence"])
        #expect(loaded.portal?.editions.map(\.dialogue.id) == [model.dialogue.id, "2027"])
        #expect(start.files.map(\.text).filter { $0.contains("\(model.dialogue.year)") } == [])
    }

    @Test func `a begun edition keeps a year that belongs to the number of a document`() throws {
        var model = try #require(try FixtureSite("good").load().portal?.editions.last)
        let year = model.dialogue.year
        model.plan.opening = "Theo Nghị định số 61/\(year)/NĐ-CP, năm \(year) Sở đối thoại."
        let conference = try #require(CivilDate(year: 2027, month: 5, day: 27)).at(hour: 14, minute: 0)
        let start = EditionStart(
            year: 2027, schedule: ProposedSchedule(conference: conference, holidays: []), model: model, formSource: "",
            today: today)
        let plan = try #require(start.files.first { $0.name == "ke-hoach.md" })
        #expect(plan.text.contains("Nghị định số 61/\(year)/NĐ-CP, năm 2027 Sở đối thoại."))
    }

    @Test func `a begun edition has the weekday of its own conference beside the day`() throws {
        let model = try #require(try FixtureSite("good").load().portal?.editions.last)
        let old = CivilDate(of: model.dialogue.schedule.conference)
        let conference = try #require(CivilDate(year: 2027, month: 5, day: 27))
        let start = EditionStart(
            year: 2027,
            schedule: ProposedSchedule(conference: conference.at(hour: 14, minute: 0), holidays: []), model: model,
            formSource: [
                "\(VietnameseDate.words(old))", "\(VietnameseDate.weekday(old)), ngày \(VietnameseDate.figures(old))",
            ]
            .joined(separator: "\n"), today: today)
        let form = try #require(start.files.first { $0.name == "phieu-dang-ky.md" })
        #expect(form.text == "thứ Năm ngày 27/05/2027\nthứ Năm, ngày 27/05/2027")
    }

    @Test func `proposed days are working days in order, three of them free before the conference`() throws {
        let first = try #require(CivilDate(year: 2027, month: 1, day: 1))
        let holidays = (0..<7).map { first.adding(days: 36 + $0) }
        let isFree = { (day: CivilDate) in day.weekday < 6 && !holidays.contains(day) }
        for offset in 60..<425 {
            let day = first.adding(days: offset)
            let schedule = ProposedSchedule(conference: day.at(hour: 14, minute: 0), holidays: holidays)
            let days = [schedule.announced, schedule.opens, schedule.closes].map { CivilDate(of: $0) }
            let all = days + [schedule.invitations, schedule.answersDue]
            #expect(all.allSatisfy(isFree), "\(day)")
            #expect(all == all.sorted() && schedule.announced < schedule.opens, "\(day)")
            let between = (schedule.invitations.number + 1..<day.number).map(CivilDate.init(number:))
            #expect(between.count(where: isFree) >= 3, "\(day)")
        }
    }
}
