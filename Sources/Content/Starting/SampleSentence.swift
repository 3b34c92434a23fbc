import Domain

/// Sentences of a newly begun file that say what to write there: none of them is for readers.
enum SampleSentence {
    static let here = "Viết ở đây."
    static let lead = "Viết điều người đọc cần nhất ở đoạn đầu."
    static let heading = "Đề mục đầu tiên"
    static let more = "Viết tiếp ở đây."
    static let invitation = "Viết lời mời: ai được hỏi, hỏi về việc gì, hỏi xong thì được gì."
    static let nextSteps = "Viết Sở làm gì và khi nào."

    static let all: Set = [here, lead, heading, more, invitation, nextSteps, AnswerText.unwritten]
}
