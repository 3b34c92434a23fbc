/// Counts parts and sections as an official document does: I., II. and within them 1., 2.
///
/// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, on parts, sections and points.
struct HeadingNumbers {
    private var part = 0
    private var section = 0

    /// The number before a heading with the space after it; empty below sections.
    mutating func next(level: Int) -> String {
        switch level {
        case ...2:
            part += 1
            section = 0
            return HeadingNumbers.roman(part) + ". "
        case 3:
            section += 1
            return "\(section). "
        default: return ""
        }
    }

    /// Points are lettered by the Vietnamese alphabet: đ follows d.
    static let letters = "abcdđeghiklmnopqrstuvxy".map(String.init)

    static func roman(_ number: Int) -> String {
        let steps = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
        var rest = number
        var text = ""
        for (value, sign) in steps {
            while rest >= value {
                text += sign
                rest -= value
            }
        }
        return text
    }
}
