import Foundation

/// Where a text stands in a list in the order of the Vietnamese alphabet: a ă â b c d đ e ê…, words one after the other;
/// tones count only among equal letters, in the order of dictionaries: level, huyền, hỏi, ngã, sắc, nặng.
package struct VietnameseOrder: Comparable, Sendable {
    private let letters: [Int]
    /// One a word, so that hòa and hoà are the same.
    private let tones: [Int]

    package init(_ text: String) {
        var plain = String.UnicodeScalarView()
        var tones = [0]
        for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
            if let tone = Self.tones.firstIndex(of: scalar) {
                tones[tones.count - 1] = tone + 1
                continue
            }
            if scalar == " " { tones.append(0) }
            plain.append(scalar)
        }
        self.tones = tones
        letters = String(plain).precomposedStringWithCanonicalMapping.map { Self.alphabet[$0] ?? -1 }
    }

    package static func < (one: VietnameseOrder, other: VietnameseOrder) -> Bool {
        one.letters == other.letters
            ? one.tones.lexicographicallyPrecedes(other.tones) : one.letters.lexicographicallyPrecedes(other.letters)
    }

    private static let tones: [Unicode.Scalar] = ["\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]
    /// A space first: «An Bình» comes before «Anh».
    private static let alphabet = Dictionary(
        uniqueKeysWithValues: " 0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz".enumerated().map { ($1, $0) })
}
