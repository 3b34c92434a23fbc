/// A passage of a file in which the linter looks for words: a heading, paragraph, item, row of a table or value.
struct LintText {
    enum Role: Hashable {
        case heading(level: Int)
        case paragraph
        case item
        case row
        /// A value of the data, by its key.
        case value(key: String)
    }

    /// From where in the passage the text runs on as it does in the file.
    struct Piece {
        var offset: Int
        var line: Int
        /// Counts from 1.
        var byte: Int
    }

    let role: Role
    let text: String
    let words: [LintWord]
    private let pieces: [Piece]

    init(role: Role, text: String, pieces: [Piece]) {
        self.role = role
        self.text = text
        self.pieces = pieces
        words = LintWord.all(in: text)
    }

    /// The line and byte, both from 1, at which the word stands in the file.
    func place(ofWord index: Int) -> (line: Int, byte: Int) {
        let offset = words.indices.contains(index) ? words[index].start : 0
        guard let piece = pieces.last(where: { $0.offset <= offset }) else { return (0, 0) }
        return (piece.line, piece.byte + offset - piece.offset)
    }
}
