import Domain

/// Fields of other departments in a plan: pasted from their plan, more often than not.
struct ForeignFieldLint: Sendable {
    /// Fields that are named in no other sense.
    private static let everyPlain = [
        "nông nghiệp", "lâm nghiệp", "thủy sản", "thuỷ sản", "chăn nuôi", "thú y", "thủy lợi", "kiểm lâm", "hộ tịch",
        "đất đai", "khoáng sản", "hải quan", "bảo hiểm xã hội", "công chứng", "chứng thực", "đăng kiểm",
    ].map(\.phrase)
    /// Fields whose names are common words as well: they count behind «lĩnh vực» or «thủ tục» only.
    private static let everyCommon = [
        "y tế", "giáo dục", "giao thông", "vận tải", "xây dựng", "môi trường", "tài nguyên", "thuế", "tài chính",
        "lao động", "việc làm", "văn hóa", "văn hoá", "thể thao", "du lịch", "công thương", "thương mại", "tư pháp",
        "nội vụ", "dân tộc", "tôn giáo", "ngoại vụ", "đầu tư",
    ].map(\.phrase)
    /// What names a body, not a field.
    private static let bodies: Set = [
        "sở", "bộ", "cục", "phòng", "ban", "hội", "xã", "nghiệp", "ty", "tâm", "ngân", "hàng", "trường", "học", "dạng",
    ]
    private static let cues = ["lĩnh vực", "thủ tục"].map(\.phrase)

    /// Those that are not among the department's own words, by their first words: few words of a text begin one.
    private let plain: [String: [[String]]]
    private let common: [String: [[String]]]

    init(site: Site) {
        let subjects = site.subjects.map { "\($0.name). \($0.examples)" }
        let divisions = site.divisions.map { "\($0.name). \($0.duty)" }
        let own = LintWord.all(
            in: (subjects + divisions + [site.agency.name, site.agency.fullName]).joined(separator: ". "))
        func isForeign(_ phrase: [String]) -> Bool { own.first(phrase, in: own.indices) == nil }
        plain = Dictionary(grouping: Self.everyPlain.filter(isForeign)) { $0[0] }
        common = Dictionary(grouping: Self.everyCommon.filter(isForeign)) { $0[0] }
    }

    func check(_ run: LintRun) {
        for text in run.texts where text.role != .value(key: "name") {
            for sentence in text.words.sentences {
                check(text, sentence, plain, run)
                guard let cue = Self.cues.compactMap({ text.words.first($0, in: sentence) }).min() else { continue }
                check(text, cue..<sentence.upperBound, common, run)
            }
        }
    }

    /// Tells the first place of each phrase.
    private func check(_ text: LintText, _ range: Range<Int>, _ phrases: [String: [[String]]], _ run: LintRun) {
        var seen: Set<[String]> = []
        for place in range {
            for phrase in phrases[text.words[place].text] ?? [] where text.words.holds(phrase, at: place) {
                if seen.insert(phrase).inserted { tell(phrase, at: place, text, run) }
            }
        }
    }

    private func tell(_ phrase: [String], at place: Int, _ text: LintText, _ run: LintRun) {
        if place > 0, Self.bodies.contains(text.words[place - 1].text), text.words[place].gap == " " { return }
        run.report(.foreignField(phrase.joined(separator: " ")), in: text, atWord: place)
    }
}
