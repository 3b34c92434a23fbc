import Foundation
import Testing

@Suite("The list of rules") struct RuleListTests {
    @Test func `every rule of the sources has a case that shows it`() throws {
        let shown = Set(try BrokenCase.all().flatMap(RuleList.shown))
        let rules = try RuleList.inSources()
        #expect(rules.count > 90)
        #expect(rules.subtracting(shown) == RuleList.ofTheProgram)
        #expect(shown.subtracting(rules) == [])
    }

    @Test func `the list that editors read shows every case`() throws {
        let document = RuleList.document(try BrokenCase.all())
        if ProcessInfo.processInfo.environment["REWRITE_GOLDEN"] == "1" {
            try Data(document.utf8).write(to: RuleList.file)
        }
        #expect(try String(contentsOf: RuleList.file, encoding: .utf8) == document)
    }
}
