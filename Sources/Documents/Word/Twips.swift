import Foundation

/// Twentieths of a point, the measure of WordprocessingML.
enum Twips {
    static func millimetres(_ length: Double) -> Int { Int((length * 1_440 / 25.4).rounded()) }
    static func points(_ length: Double) -> Int { Int((length * 20).rounded()) }

    /// Between the margins.
    static func textWidth(_ orientation: PageFurniture.Orientation) -> Int {
        millimetres((orientation == .portrait ? 210 : 297) - 30 - 15)
    }
    /// 1,27 cm before the first line of a paragraph.
    static let firstLine = 720
}

/// Widths of Times Bold, close enough to size a drawn rule.
///
/// Source: Adobe Font Metrics of Times-Bold, thousandths of the size; marks do not widen a letter.
enum TimesBold {
    private static let widths: [Character: Int] = [
        "a": 500, "b": 556, "c": 444, "d": 556, "e": 444, "f": 333, "g": 500, "h": 556, "i": 278, "j": 333,
        "k": 556, "l": 278, "m": 833, "n": 556, "o": 500, "p": 556, "q": 556, "r": 444, "s": 389, "t": 333,
        "u": 556, "v": 500, "w": 722, "x": 500, "y": 500, "z": 444, "A": 722, "B": 667, "C": 722, "D": 722,
        "E": 667, "F": 611, "G": 778, "H": 778, "I": 389, "J": 500, "K": 778, "L": 667, "M": 944, "N": 722,
        "O": 778, "P": 611, "Q": 778, "R": 722, "S": 556, "T": 667, "U": 722, "V": 722, "W": 1_000, "X": 722,
        "Y": 722, "Z": 667, " ": 250, "-": 333, ",": 250, ".": 250,
    ]

    /// In twips, for a size in points.
    static func width(of text: String, size: Double) -> Int {
        var thousandths = 0
        for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars
        where scalar.properties.canonicalCombiningClass == .notReordered {
            let letter: Character = scalar == "Đ" ? "D" : scalar == "đ" ? "d" : Character(scalar)
            thousandths += widths[letter] ?? 500
        }
        return Twips.points(Double(thousandths) * size / 1_000)
    }
}
