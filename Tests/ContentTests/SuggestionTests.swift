import Testing

@testable import Content

@Suite("Suggestions for mistyped words") struct SuggestionTests {
    @Test(arguments: [
        ("titel", "title"), ("owners", "owner"), ("publshed", "published"), ("updatd", "updated"), ("mdoe", "mode"),
    ]) func `a word with one or two slips is recognised`(typed: String, meant: String) {
        let words = ["title", "owner", "published", "updated", "mode"]
        #expect(Suggestion.nearest(to: typed, among: words) == meant)
    }

    @Test(arguments: ["colour", "tite11", "xyz"]) func `another word is not`(typed: String) {
        #expect(Suggestion.nearest(to: typed, among: ["title", "owner", "xy"]) == (typed == "xyz" ? "xy" : nil))
    }

    @Test func `a short word may have one slip only`() {
        #expect(Suggestion.nearest(to: "tdc", among: ["khcn", "atbx", "tdx"]) == "tdx")
        #expect(Suggestion.nearest(to: "tdc", among: ["txx"]) == nil)
    }

    @Test func `of equally near words the first in order is taken`() {
        #expect(Suggestion.nearest(to: "modes", among: ["moder", "model", "mode"]) == "mode")
    }

    @Test func `an address may lack its end`() {
        #expect(Suggestion.nearestPath(to: "cach-gui", among: ["cach-gui-phieu-ve-so", "x"]) == "cach-gui-phieu-ve-so")
    }
}
