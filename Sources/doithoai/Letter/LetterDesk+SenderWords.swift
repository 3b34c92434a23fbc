import Domain
import Register

extension LetterDesk {
    /// Tells of words that name their sender: a paper prints them in full, so what leaves the office is for the clerk
    /// to judge.
    ///
    /// - Parameter doing: What comes next: «gửi», «chuyển».
    func warnOfSenders(
        in matters: [(Matter, Registration)], before doing: String, _ casebook: Casebook
    ) throws {
        let publicWords = PublicWords(of: portal)
        for (matter, registration) in matters {
            let rule = OriginRule(
                answers: registration.answers, form: try casebook.form(of: registration), publicWords: publicWords)
            let found = rule.hits(in: matter.text).map(\.role.words)
            guard !found.isEmpty else { continue }
            print(
                "Lời văn của nội dung \(matter.id) có \(found.joined(separator: ", ")) của người gửi. Hãy xem trước khi \(doing)."
            )
        }
    }
}
