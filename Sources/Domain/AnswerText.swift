/// The words of an answer in full.
package struct AnswerText: Hashable, Sendable {
    /// The sender's words: data, never mark-up.
    package var question: String
    package var body: Prose

    /// Stands where the answer is to be written, in a file that was just begun.
    package static let unwritten = "Viết câu trả lời ở đây."
    /// Stands where the summary is to be written.
    package static let unwrittenSummary = "Viết câu trả lời trong một câu."

    package init(question: String, body: Prose) {
        self.question = question
        self.body = body
    }
}

/// Where the words of answers are read from.
package protocol AnswerTextSource: Sendable {
    /// - Throws: When the words are not those that ``Answer/sourceDigest`` stands for.
    func text(of answer: Answer) throws -> AnswerText
}

/// Words that are there already: as their own source.
extension AnswerText: AnswerTextSource {
    package func text(of answer: Answer) -> AnswerText { self }
}
