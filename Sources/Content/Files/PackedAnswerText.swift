import Domain

/// The words of an answer that was parsed in this run, packed: prose takes three times as much memory.
///
/// A page, the search data and a book may each ask for them, and to parse the file again takes far longer.
struct PackedAnswerText: AnswerTextSource {
    private let bytes: [UInt8]

    init(_ text: AnswerText) {
        var writer = PackedWriter()
        writer.put(text.question)
        text.body.pack(into: &writer)
        bytes = writer.bytes
    }

    func text(of answer: Answer) throws -> AnswerText {
        try bytes.withUnsafeBytes { bytes in
            var reader = PackedReader(bytes)
            return AnswerText(question: try reader.text(), body: try Prose(from: &reader))
        }
    }
}
