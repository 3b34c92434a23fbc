/// A whole number with a unit, as the configuration writes it.
enum Quantity {
    static let bytes = ["B": 1, "KiB": 1_024, "MiB": 1_048_576]
    static let time = ["s": 1, "min": 60, "h": 3_600]
    static let days = ["d": 1]
    static let percent = ["%": 1]
    static let count = ["": 1]

    /// «64 KiB», «2 h», «30 min», «240».
    ///
    /// - Returns: The number in the smallest unit of `units`; nothing when it is not written so or lies outside `range`.
    static func read(_ text: String, units: [String: Int], range: ClosedRange<Int>) -> Int? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let unit = text.dropFirst(digits.count).drop { $0 == " " }
        guard digits.count <= 9, let number = Int(digits), let factor = units[String(unit)] else { return nil }
        let value = number * factor
        return range.contains(value) ? value : nil
    }
}
