/// The head of an annex: the word, its name in capitals, and the document it belongs to.
///
/// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục III.
package struct AnnexTitle: Hashable, Sendable, Encodable {
    /// «Phụ lục», «Phụ lục I».
    package var word: String
    /// In capitals.
    package var name: String
    /// «(Kèm theo Báo cáo số … ngày … của …)», with gaps where the clerk has given nothing.
    package var reference: [TextRun]

    package init(word: String = "Phụ lục", name: String, reference: [TextRun]) {
        self.word = word.composed
        self.name = name.uppercased().composed
        self.reference = reference
    }

    var lines: [String] { [word, name, reference.plainText] }
}
