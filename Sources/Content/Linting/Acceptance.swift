import Domain
import Yams

/// A warning of the linter that the writer of a file lets stand, with the reason: an entry of `chap-nhan`.
struct Acceptance {
    var rule: String
    /// Words of the line meant; empty for the first warning of that rule.
    var words: String
    var mark: Mark?

    /// The rules an entry may name.
    static let rules = [
        "date-differs", "duty-without-date", "duty-without-owner", "end-mark", "foreign-field", "holiday",
        "lapsed-basis",
        "misspelt-label", "party-missing", "short-notice", "uneven-labels", "weekday", "weekend",
    ]
}

extension MappingReader {
    /// Reads `chap-nhan` for the linter, which comes once all files of an edition are read.
    func readAcceptances() {
        source.acceptances = list("chap-nhan", required: false) { item in
            let rule = item.text("rule")
            _ = item.text("reason")
            if !rule.isEmpty, !Acceptance.rules.contains(rule) {
                let meant = Suggestion.nearest(to: rule, among: Acceptance.rules)
                item.report(.unknownRule(rule, meant: meant), at: "rule")
            }
            return Acceptance(rule: rule, words: item.text("words", or: ""), mark: item.node("rule")?.mark)
        }
    }
}
