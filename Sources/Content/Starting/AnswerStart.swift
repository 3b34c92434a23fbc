package import Domain

/// The file an invented sample answer is begun from.
///
/// An answer to a matter of the register begins from its draft, which knows the question.
package struct AnswerStart {
    private let title: String
    private let subject: Subject
    private let today: CivilDate

    package init(title: String, subject: Subject, today: CivilDate) {
        self.title = title
        self.subject = subject
        self.today = today
    }

    /// The whole file. Shape: docs/content-format.md.
    package var text: String {
        let day = VietnameseDate.figures(today)
        return """
            ---
            title: \(YAMLText.quoted(title))
            subject: \(subject.id)
            division: \(subject.division)
            outcome: answered
            # Khi chỉ nơi khác giải quyết (guided) hoặc báo cáo cấp trên (escalated), đổi dòng trên và ghi: authority: …
            kind: question
            asked: \(day)
            asker: Một người dân
            answered: \(day)
            published: \(day) 08:00
            summary: \(AnswerText.unwrittenSummary)
            legal-bases: []
            # Câu trả lời minh họa không thuộc nội dung nào trong sổ và chỉ hiện khi chạy thử.
            illustration: true
            question: |
              Viết câu hỏi ở đây, không dùng Markdown.
            ---
            \(AnswerText.unwritten)

            """
    }
}
