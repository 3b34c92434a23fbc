/// Rules of a person's name as a sender writes it.
package enum PersonName {
    /// What is wrong with a cleaned, non-empty name; nothing when it is fine.
    package static func problem(with name: String) -> String? {
        let allowed = name.unicodeScalars.allSatisfy {
            isLetter($0) || " .'’-,()".unicodeScalars.contains($0) || $0.properties.generalCategory == .nonspacingMark
        }
        guard allowed else { return "Họ và tên chỉ gồm chữ cái. Hãy bỏ chữ số và ký hiệu." }
        return name.unicodeScalars.lazy.filter(isLetter).prefix(2).count < 2
            ? "Hãy nhập đầy đủ họ và tên." : nil
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        // Without a look at Unicode's tables where none is needed.
        if scalar.isASCII { return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) }
        return scalar.properties.isAlphabetic
    }
}
