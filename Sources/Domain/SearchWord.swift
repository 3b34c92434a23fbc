import Foundation

/// A word as search compares it; a Vietnamese syllable is a word of its own.
///
/// The script of the search page does the same; `Tests/Fixtures/search/words.json` holds both to it.
package struct SearchWord: Hashable, Sendable {
    /// Lower case without marks, đ as d: what is looked up.
    package let folded: String
    /// Lower case in NFD with the tone behind the letters: what tells spellings apart, wherever the tone was written
    /// (hòa, hoà).
    package let exact: String

    /// A word that was folded before.
    package init(folded: String, exact: String) {
        self.folded = folded
        self.exact = exact
    }

    /// - Parameter token: One run of letters, figures and marks, as ``SearchTokens`` cuts them.
    package init(_ token: String) {
        var letters = String.UnicodeScalarView()
        var tones = String.UnicodeScalarView()
        var folded = String.UnicodeScalarView()
        for scalar in token.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar {
            case "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}": tones.append(scalar)
            case "\u{300}"..."\u{36F}": letters.append(scalar)
            // Eth looks like đ and is typed for it.
            case "đ", "ð":
                letters.append("đ")
                folded.append("d")
            // A browser may write the last sigma of a word in another way.
            case "ς":
                letters.append("σ")
                folded.append("σ")
            default:
                letters.append(scalar)
                folded.append(scalar)
            }
        }
        // Spelled either way by different schools: kỹ, kĩ; quý, quí.
        if SearchWord.endsInEitherI(String(folded)) {
            folded.replaceSubrange(folded.index(before: folded.endIndex)..., with: CollectionOfOne("i"))
            if letters.last == "y" {
                letters.replaceSubrange(letters.index(before: letters.endIndex)..., with: CollectionOfOne("i"))
            }
        }
        self.folded = String(folded)
        exact = String(letters) + String(tones)
    }

    private static func endsInEitherI(_ folded: String) -> Bool {
        ["hy", "ky", "ly", "my", "sy", "ty", "quy"].contains(folded)
    }
}
