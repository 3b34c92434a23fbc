import Domain
import Yams

/// Lists of parties that leave one out: individuals, organisations, enterprises, cooperatives.
enum PartyLint {
    private enum Party: String, CaseIterable {
        case individuals = "cá nhân"
        case organisations = "tổ chức"
        case enterprises = "doanh nghiệp"
        case cooperatives = "hợp tác xã"

        var words: [[String]] {
            let others: [String] =
                switch self {
                case .individuals: ["công dân", "người dân", "nhân dân"]
                case .organisations, .enterprises: []
                case .cooperatives: ["htx"]
                }
            return ([rawValue] + others).map(\.phrase)
        }
    }

    /// Others that may stand in such a list.
    private static let others = ["cơ quan", "đơn vị", "hộ kinh doanh", "hộ gia đình", "hiệp hội"].map(\.phrase)
    /// Every member of such lists by its first word: few words of a text begin one.
    private static let members: [String: [(party: Party?, phrase: [String])]] = {
        let parties = Party.allCases.flatMap { party in party.words.map { (party: Optional(party), phrase: $0) } }
        return Dictionary(grouping: parties + others.map { (party: nil, phrase: $0) }) { $0.phrase[0] }
    }()
    private static let joints: Set = ["và", "hoặc", "hay", "cùng", "với", "các", "những", "mọi", "đại", "diện"]

    static func check(_ run: LintRun) {
        for text in run.texts { check(text, run) }
        checkOptions(run)
    }

    private static func check(_ text: LintText, _ run: LintRun) {
        let words = text.words
        var index = 0
        while index < words.count {
            guard let (party, behind) = member(words, at: index) else {
                index += 1
                continue
            }
            let start = index
            var named = [party].compactMap { $0 }
            index = behind
            while let (party, behind) = next(words, index) {
                named += [party].compactMap { $0 }
                index = behind
            }
            report(Set(named), text, start, run)
        }
    }

    /// A party, or another member of such lists, at `index`.
    private static func member(_ words: [LintWord], at index: Int) -> (Party?, Int)? {
        for (party, phrase) in members[words[index].text] ?? [] where words.holds(phrase, at: index) {
            return (party, index + phrase.count)
        }
        return nil
    }

    /// The member that a comma or a word such as «và» joins to the one before.
    private static func next(_ words: [LintWord], _ index: Int) -> (Party?, Int)? {
        var index = index
        var isJoined = false
        while index < words.count {
            guard words[index].gap.allSatisfy({ " ,/".contains($0) }) else { return nil }
            if words[index].gap.contains(where: { ",/".contains($0) }) { isJoined = true }
            if isJoined, let found = member(words, at: index) { return found }
            guard joints.contains(words[index].text) else { return nil }
            isJoined = true
            index += 1
        }
        return nil
    }

    private static func report(_ named: Set<Party>, _ text: LintText, _ word: Int, _ run: LintRun) {
        let bodies: Set<Party> = [.organisations, .enterprises, .cooperatives]
        // A list of bodies alone is meant where someone speaks for one.
        guard named.count >= 2, !named.isSuperset(of: bodies) else { return }
        run.report(.partyMissing(missing(named)), in: text, atWord: word)
    }

    private static func missing(_ named: Set<Party>) -> [String] {
        Party.allCases.filter { !named.contains($0) }.map(\.rawValue)
    }

    /// Who a form lets someone register as.
    private static func checkOptions(_ run: LintRun) {
        let parts = run.source.data?.mapping?["parts"]?.sequence.map(Array.init) ?? []
        let fields = parts.flatMap { $0.mapping?["fields"]?.sequence.map(Array.init) ?? [] }
        for field in fields where field.mapping?["role"]?.scalar?.string == "applicant-type" {
            let options = field.mapping?["options"]
            let labels = options?.sequence?.compactMap { $0.mapping?["label"]?.scalar?.string } ?? []
            let words = labels.map(LintWord.all)
            let named = Party.allCases.filter { party in
                words.contains { words in party.words.contains { words.first($0, in: words.indices) != nil } }
            }
            if !labels.isEmpty, named.count < Party.allCases.count {
                run.report(.partyMissing(missing(Set(named))), at: options)
            }
        }
    }
}
