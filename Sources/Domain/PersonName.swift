/// Rules of a person's name as a sender writes it.
package enum PersonName {
    /// What is wrong with a cleaned, non-empty name; nothing when it is fine.
    package static func problem(with name: String) -> String? {
        let allowed = name.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || $0.properties.generalCategory == .nonspacingMark
                || " .'’-,()".unicodeScalars.contains($0)
        }
        guard allowed else { return "Họ và tên chỉ gồm chữ cái. Hãy bỏ chữ số và ký hiệu." }
        return name.unicodeScalars.filter { $0.properties.isAlphabetic }.count < 2
            ? "Hãy nhập đầy đủ họ và tên." : nil
    }
}
