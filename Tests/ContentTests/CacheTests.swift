import Domain
import Foundation
import Testing

@testable import Content

@Suite("The cache of content") struct CacheTests {
    @Test func `what is known is not parsed again`() throws {
        let place = try CachedSite(answers: 5)
        place.settle()
        #expect(try place.loadAlike().parsedAnswers == 7)
        #expect(try place.loadAlike().parsedAnswers == 0)
        try place.write(2, linkTo: 3, asker: "Một hợp tác xã")
        #expect(try place.loadAlike().parsedAnswers == 1)
        #expect(try place.loadAlike().parsedAnswers == 0)
    }

    @Test func `equal bytes under new times are known, and settle`() throws {
        let place = try CachedSite(answers: 3)
        place.load()
        try place.write(1, linkTo: 2)
        #expect(place.load().parsedAnswers == 0)
        place.settle()
        #expect(place.load().parsedAnswers == 0)
        let before = try Data(contentsOf: place.cacheFile)
        #expect(place.load().parsedAnswers == 0)
        #expect(try Data(contentsOf: place.cacheFile) == before)
    }

    @Test func `a target that leaves is a fault in a file that did not change`() throws {
        let place = try CachedSite(answers: 3)
        place.load()
        try place.remove(CachedSite.path(1))
        let loaded = try place.loadAlike()
        #expect(loaded.parsedAnswers == 0)
        #expect(loaded.diagnostics.filter { $0.severity == .error }.map(\.rule) == ["broken-link"])
        #expect(loaded.diagnostics.first { $0.rule == "broken-link" }?.excerpt.hasPrefix("Xem [câu 1]") == true)
        try place.site.write(
            CachedSite.text(1, linkTo: 2).replacing("## Giấy tờ", with: "## Khác"), to: CachedSite.path(1))
        let renamed = try place.loadAlike()
        #expect(renamed.diagnostics.filter { $0.severity == .error }.map(\.rule) == ["broken-anchor"])
    }

    @Test func `a second answer to one matter is a fault whichever of the two is new`() throws {
        let place = try CachedSite()
        place.load()
        let answer = "content/doi-thoai/2025/hoi-dap/tach-thua.md"
        let text = try String(contentsOf: place.site.root.appending(path: answer), encoding: .utf8)
        for name in ["a-truoc", "z-sau"] {
            let copy = "content/doi-thoai/2025/hoi-dap/\(name).md"
            try place.site.write(text, to: copy)
            let loaded = try place.loadAlike()
            #expect(loaded.parsedAnswers == 1)
            #expect(loaded.diagnostics.filter { $0.severity == .error }.map(\.rule) == ["matter-answered-twice"])
            try place.remove(copy)
            place.load()
        }
    }

    @Test func `warnings come with their day, from the same cache`() throws {
        let place = try CachedSite(answers: 1)
        place.load()
        func rules(_ year: Int, _ month: Int, _ day: Int) throws -> Set<String> {
            let loaded = try place.loadAlike(at: CivilDate(year: year, month: month, day: day)?.start)
            #expect(loaded.parsedAnswers == 0)
            return Set(loaded.diagnostics.filter { $0.position.file == CachedSite.path(0) }.map(\.rule))
        }
        #expect(try rules(2025, 12, 31) == [])
        #expect(try rules(2026, 1, 1) == ["lapsed"])
        #expect(try rules(2026, 2, 10) == ["lapsed"])
        #expect(try rules(2026, 2, 11) == ["lapsed", "past-review"])
        #expect(try place.loadAlike(at: nil).diagnostics == [])
    }

    @Test func `another site.yaml or another program has every answer read anew`() throws {
        let place = try CachedSite(answers: 2)
        place.load()
        #expect(place.load().parsedAnswers == 0)
        #expect(place.load(program: "hai").parsedAnswers == 4)
        place.load()
        let site = place.site.root.appending(path: "content/site.yaml")
        let text = try String(contentsOf: site, encoding: .utf8)
        try place.site.write(text.replacing("id: nuoc", with: "id: nuoc-sach"), to: "content/site.yaml")
        #expect(try place.loadAlike().diagnostics.contains { $0.rule == "unknown-name" })
        try place.remove("content/site.yaml")
        try place.loadAlike()
        try place.site.write(text, to: "content/site.yaml")
        #expect(try place.loadAlike().portal != nil)
    }

    @Test func `changes that follow one another at once are all seen`() throws {
        let place = try CachedSite(answers: 2)
        for number in 0..<150 {
            let asker = "Người \(100 + number)"
            try place.write(1, linkTo: 0, asker: asker)
            let answers = try #require(place.load().portal?.answers)
            #expect(answers.first { $0.slug == "cau-1" }?.asker == asker)
        }
    }

    @Test func `a file is racy for as long as its clock may tick, whole seconds the longer`() {
        let second = 1_000_000_000
        let fine = FileSignature(size: 1, modified: 0, changed: 7 * second + 5, inode: 1)
        let coarse = FileSignature(size: 1, modified: 0, changed: 7 * second, inode: 1)
        #expect(!fine.isSettled(at: 7 * second + 40_000_000) && fine.isSettled(at: 7 * second + 60_000_000))
        #expect(!coarse.isSettled(at: 9 * second) && coarse.isSettled(at: 9 * second + 1))
        #expect(!fine.isSettled(at: 6 * second))
    }

    @Test func `one worker or several give the same`() throws {
        let place = try CachedSite(answers: 90)
        for number in stride(from: 0, to: 90, by: 7) { try place.write(number, linkTo: 400 + number, asker: "") }
        let loads = [1, 2, 5].map { ContentLoader(root: place.site.root, jobs: $0).load() }
        #expect(loads[0].diagnostics.contains { $0.rule == "broken-link" })
        #expect(loads[1].diagnostics == loads[0].diagnostics && loads[2].diagnostics == loads[0].diagnostics)
        #expect(loads[1].portal == loads[0].portal && loads[2].portal == loads[0].portal)
    }

    @Test func `words that changed since they were read are refused`() throws {
        let place = try CachedSite(answers: 2)
        place.load()
        let answers = try #require(place.load().portal?.answers)
        let answer = try #require(answers.first { $0.slug == "cau-0" })
        #expect(try answer.text().question.hasPrefix("Nhà tôi khoan giếng số 0."))
        try place.write(0, linkTo: 1, asker: "Người khác")
        #expect { try answer.text() } throws: { ($0 as? Diagnostic)?.rule == "changed-meanwhile" }
        try place.remove(CachedSite.path(0))
        #expect { try answer.text() } throws: { ($0 as? Diagnostic)?.rule == "changed-meanwhile" }
    }
}
