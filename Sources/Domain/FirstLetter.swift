extension StringProtocol {
    /// As within a sentence: «Hội nghị» becomes «hội nghị».
    package var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
    /// As at the beginning of a sentence.
    package var uppercasedFirst: String { prefix(1).uppercased() + dropFirst() }
}
