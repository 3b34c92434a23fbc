/// How parts, sections and points of an official document are numbered.
///
/// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II, 6: Roman for parts, Arabic for sections, letters in the order
/// of the Vietnamese alphabet for points (a, b, c, d, đ, e, g…).
enum OfficialNumbering {
    /// Plain letters: ă, â, ê, ô, ơ, ư are not used for points in practice.
    private static let letters = [
        "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v",
        "x", "y",
    ]

    /// «a)», «đ)»; after «y)» comes «aa)».
    ///
    /// - Parameter index: Counted from 0.
    static func point(_ index: Int) -> String {
        let letter = letters[index % letters.count]
        return String(repeating: letter, count: index / letters.count + 1) + ")"
    }

    /// «I.», «IV.»
    ///
    /// - Parameter number: 1 or more.
    static func part(_ number: Int) -> String {
        let symbols = [
            (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ]
        var rest = number
        var text = ""
        for (value, symbol) in symbols {
            while rest >= value {
                text += symbol
                rest -= value
            }
        }
        return text + "."
    }
}
