/// The fields of a posted form.
///
/// Reads as the WHATWG URL Standard says, but refuses what the standard mends: a percent sign without two hexadecimal
/// digits, bytes that are no UTF-8. A browser sends none of these, so whatever does was damaged on its way. A NUL in a
/// value is left to the check of the form, which names the field; in a name it is refused.
///
/// - Source: WHATWG URL Standard, §5.1 application/x-www-form-urlencoded parsing.
struct URLEncodedForm: Hashable, Sendable {
    /// In the order sent; a repeated name gives repeated pairs.
    let pairs: [Pair]

    struct Pair: Hashable, Sendable {
        let name: String
        let value: String
    }

    enum Fault: Error, Hashable, Sendable {
        case percent
        case encoding
        case null
        case tooManyPairs
    }

    /// - Parameter limit: Pairs; more are refused before they are kept.
    init(_ bytes: [UInt8], limit: Int) throws(Fault) {
        pairs = try bytes.withUnsafeBufferPointer { bytes throws(Fault) in try Self.pairs(bytes, limit: limit) }
    }

    private static func pairs(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int) throws(Fault) -> [Pair] {
        var pairs: [Pair] = []
        for part in bytes.split(separator: UInt8(ascii: "&")) {
            guard pairs.count < limit else { throw .tooManyPairs }
            let equals = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
            let name = try decode(UnsafeBufferPointer(rebasing: part[..<equals]))
            if name.utf8.contains(0) { throw .null }
            let value = try decode(UnsafeBufferPointer(rebasing: part[equals...].dropFirst()))
            pairs.append(Pair(name: name, value: value))
        }
        return pairs
    }

    /// Name → values in the order sent.
    var values: [String: [String]] {
        pairs.reduce(into: [:]) { values, pair in values[pair.name, default: []].append(pair.value) }
    }

    private static func decode(_ part: UnsafeBufferPointer<UInt8>) throws(Fault) -> String {
        // Filling an array without room would write to the storage that all empty arrays share, from every thread.
        if part.isEmpty { return "" }
        var isWhole = true
        let decoded = [UInt8](unsafeUninitializedCapacity: part.count) { bytes, count in
            var index = 0
            while index < part.count {
                switch part[index] {
                case UInt8(ascii: "+"): bytes[count] = UInt8(ascii: " ")
                case UInt8(ascii: "%"):
                    guard index + 2 < part.count, let high = digit(part[index + 1]), let low = digit(part[index + 2])
                    else {
                        isWhole = false
                        return
                    }
                    bytes[count] = high << 4 | low
                    index += 2
                case let byte: bytes[count] = byte
                }
                count += 1
                index += 1
            }
        }
        guard isWhole else { throw .percent }
        guard let text = String(validating: decoded, as: UTF8.self) else { throw .encoding }
        return text
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
