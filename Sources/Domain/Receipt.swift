/// The alphabet of references and codes: 32 symbols, none that is misread (no I, O, 0, 1).
package enum ReceiptAlphabet {
    package static let symbols = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ")

    /// Takes five bits of each byte: uniform when the bytes are.
    package static func text(from bytes: [UInt8], count: Int) -> String {
        let letters = letters
        return String(decoding: bytes.prefix(count).map { letters[Int($0 & 31)] }, as: UTF8.self)
    }

    private static let letters = symbols.compactMap(\.asciiValue)

    /// What was typed, without spaces and hyphens, in capitals; nothing when a symbol is not of the alphabet.
    static func read(_ typed: String, count: Int) -> String? {
        let kept = typed.uppercased().filter { $0 != " " && $0 != "-" && $0 != "–" }
        return kept.count == count && kept.allSatisfy(symbols.contains) ? kept : nil
    }
}

/// The public half of a receipt (số biên nhận): 8 symbols, written `7K3M-92TX`.
package struct Reference: Hashable, Sendable, Codable, CustomStringConvertible {
    /// Without the hyphen.
    package let symbols: String

    /// From eight random bytes.
    package init(randomBytes: [UInt8]) {
        symbols = ReceiptAlphabet.text(from: randomBytes, count: 8)
    }

    /// As typed by people: any case, with or without hyphens and spaces.
    package init?(_ typed: String) {
        guard let symbols = ReceiptAlphabet.read(typed, count: 8) else { return nil }
        self.symbols = symbols
    }

    package var description: String { "\(symbols.prefix(4))-\(symbols.suffix(4))" }
}

/// The secret half of a receipt (mã tra cứu): 10 symbols, written `K7MT4-WPX9C`. Kept by its holder only.
package struct Code: Hashable, Sendable {
    /// Without the hyphen.
    package let symbols: String

    /// From ten bytes that are uniform and secret.
    package init(secretBytes: [UInt8]) {
        symbols = ReceiptAlphabet.text(from: secretBytes, count: 10)
    }

    /// As typed by people: any case, with or without hyphens and spaces.
    package init?(_ typed: String) {
        guard let symbols = ReceiptAlphabet.read(typed, count: 10) else { return nil }
        self.symbols = symbols
    }

    /// In two groups, for the receipt. Not a `description`: it must not slip into a log.
    package var grouped: String { "\(symbols.prefix(5))-\(symbols.suffix(5))" }
}
