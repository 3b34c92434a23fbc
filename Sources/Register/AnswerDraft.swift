package import Domain
package import Foundation

/// The file the office starts an answer from: well-formed, with the sender's words as data and no name.
package struct AnswerDraft {
    private let origin: RegisterDatabase.Origin
    private let site: Site
    private let now: Date

    package init(origin: RegisterDatabase.Origin, site: Site, now: Date) {
        self.origin = origin
        self.site = site
        self.now = now
    }

    /// Stands where the title is to be written.
    package static let unwrittenTitle = "Viết đầu đề: một câu hỏi ngắn"

    /// The whole file. Shape: docs/content-format.md.
    package var text: String {
        let today = VietnameseDate.figures(CivilDate(of: now))
        let time = WallTime(of: now)
        return """
            ---
            title: \(YAMLText.quoted(title))
            subject: \(YAMLText.quoted(origin.matter.subject))
            division: \(YAMLText.quoted(division))
            outcome: answered
            # Khi chỉ nơi khác giải quyết (guided) hoặc báo cáo cấp trên (escalated), đổi dòng trên và ghi: authority: …
            kind: question
            asked: \(VietnameseDate.figures(CivilDate(of: origin.receivedAt)))
            asker: \(YAMLText.quoted(origin.answers.asker(in: origin.form)))
            answered: \(today)
            published: \(today) \(twoDigits(time.hour)):\(twoDigits(time.minute))
            summary: \(AnswerText.unwrittenSummary)
            legal-bases: []
            matter: \(origin.matter.id)
            # Lời người hỏi: bỏ họ tên, địa chỉ, số điện thoại nếu có trước khi duyệt.
            question: \(YAMLText.literal(origin.matter.text))
            ---
            \(AnswerText.unwritten)

            """
    }

    /// The sender's first sentence when it is a question short enough; a sentence that tells something, or the beginning of
    /// one, would be published as a title that asks nothing.
    private var title: String {
        let line =
            origin.matter.text.split(whereSeparator: \.isNewline).map(String.init).first {
                $0.contains(where: \.isLetter)
            } ?? ""
        let end = line.firstIndex { ".?!".contains($0) }.map { line.index(after: $0) } ?? line.endIndex
        let sentence = line[..<end].split(separator: " ").joined(separator: " ")
        return sentence.hasSuffix("?") && sentence.count <= 90 ? sentence : AnswerDraft.unwrittenTitle
    }

    /// The division that answers: the one it was given to, or the subject's.
    package var division: String {
        origin.matter.division ?? site.subject(origin.matter.subject)?.division ?? ""
    }

    private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
