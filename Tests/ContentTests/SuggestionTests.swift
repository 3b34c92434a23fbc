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

    /// The plain definition, row by row, without a limit.
    private func slowDistance(_ left: [Character], _ right: [Character]) -> Int {
        var rows = [Array(0...right.count)]
        for row in 0..<left.count {
            var current = [row + 1]
            for column in 0..<right.count {
                let change = rows[row][column] + (left[row] == right[column] ? 0 : 1)
                var best = min(rows[row][column + 1] + 1, current[column] + 1, change)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    best = min(best, rows[row - 1][column - 1] + 1)
                }
                current.append(best)
            }
            rows.append(current)
        }
        return rows[left.count][right.count]
    }

    @Test func `the distance is that of the definition up to the limit, and none beyond`() {
        var chance = Chance(state: 1)
        func word() -> String {
            String((0..<Int.random(in: 0...9, using: &chance)).map { _ in "abcđ".randomElement(using: &chance) ?? "a" })
        }
        for _ in 0..<3_000 {
            let (left, right, limit) = (word(), word(), Int.random(in: 0...5, using: &chance))
            let distance = slowDistance(Array(left), Array(right))
            #expect(Suggestion.distance(left, right, within: limit) == (distance <= limit ? distance : nil))
        }
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
