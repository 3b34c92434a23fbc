import Foundation

/// Whether a word can be a syllable of Vietnamese: a slip of the keyboard seldom is one.
package enum VietnameseSyllable {
    /// Whether `word` is spelled as one: onset, rime and tone that go together.
    ///
    /// Both places of the tone mark count as right: «hòa», «hoà».
    ///
    /// - Parameter word: In lower case, letters only.
    package static func isPossible(_ word: String) -> Bool {
        let (letters, tone) = split(word)
        return onsets.contains { onset in
            guard letters.hasPrefix(onset) else { return false }
            let rime = String(letters.dropFirst(onset.count))
            return rimes.contains(rime) && goTogether(onset, rime) && allows(tone, in: rime)
        }
    }

    private static let onsets = [
        "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph",
        "qu",
        "r", "s", "t", "th", "tr", "v", "x",
    ]

    private static let rimes = Set(
        """
        a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et \
        ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu o oc oi om on ong op ot oa oac \
        oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet ooc oong ô ôc ôi ôm ôn ông ôp ôt \
        ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uôc uôi uôm uôn uông uôt uân uâng uât uây uê uêch uên uênh uêu uơ \
        uy uya uych uyt uynh uyn uyp uyu uyên uyêt ư ưa ưc ưi ưm ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên \
        yêng yêt yêu ych ynh yt yn yp
        """.split(separator: " ").map(String.init))

    /// «ng» and «g» become «ngh» and «gh» before i, e, ê; «c» becomes «k».
    private static func goTogether(_ onset: String, _ rime: String) -> Bool {
        let isBright = ["i", "e", "ê", "y"].contains { rime.hasPrefix($0) }
        switch onset {
        case "gh", "ngh": return isBright
        case "c", "ng": return !isBright
        case "g": return !["e", "ê", "y"].contains { rime.hasPrefix($0) }
        default: return true
        }
    }

    private enum Tone { case level, rising, heavy, other }

    /// A rime that ends in a stop has the rising or the heavy tone.
    private static func allows(_ tone: Tone, in rime: String) -> Bool {
        guard ["c", "ch", "p", "t"].contains(where: rime.hasSuffix) else { return true }
        return tone == .rising || tone == .heavy
    }

    /// The letters without the tone mark, and the tone.
    private static func split(_ word: String) -> (String, Tone) {
        var letters = String.UnicodeScalarView()
        var tone = Tone.level
        for scalar in word.decomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar {
            case "\u{301}": tone = .rising
            case "\u{323}": tone = .heavy
            case "\u{300}", "\u{309}", "\u{303}": tone = .other
            default: letters.append(scalar)
            }
        }
        return (String(letters).precomposedStringWithCanonicalMapping, tone)
    }
}
