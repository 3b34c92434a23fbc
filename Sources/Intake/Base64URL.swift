/// Base64 with the letters that need no escape in forms and addresses, without padding.
///
/// - Source: RFC 4648 §5.
enum Base64URL {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// - Parameter bytes: Three at a time; other lengths would need padding and are not used here.
    static func encode(_ bytes: [UInt8]) -> String {
        precondition(bytes.count.isMultiple(of: 3), "whole groups only")
        let letters = letters
        return String(unsafeUninitializedCapacity: bytes.count / 3 * 4) { text in
            for group in 0..<(bytes.count / 3) {
                let bits = bytes[(group * 3)..<(group * 3 + 3)].reduce(0) { $0 << 8 | Int($1) }
                for place in 0..<4 { text[group * 4 + place] = letters[bits >> (18 - 6 * place) & 63] }
            }
            return bytes.count / 3 * 4
        }
    }

    /// Nothing when a letter is not of the alphabet, or groups are not whole.
    static func decode(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count / 4 * 3)
        var bits: UInt32 = 0
        var count = 0
        for letter in text.utf8 {
            guard let value = value(of: letter) else { return nil }
            bits = bits << 6 | UInt32(value)
            count += 1
            guard count.isMultiple(of: 4) else { continue }
            for shift: UInt32 in [16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: bits >> shift)) }
        }
        return count.isMultiple(of: 4) ? bytes : nil
    }

    private static func value(of letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): letter - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): letter - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): letter - UInt8(ascii: "0") + 52
        case UInt8(ascii: "-"): 62
        case UInt8(ascii: "_"): 63
        default: nil
        }
    }
}
