/// Rules of an e-mail address as a sender writes it.
package enum EmailAddress {
    /// What is wrong with a cleaned, non-empty address; nothing when a letter could be sent to it.
    ///
    /// Source: HTML Standard, "valid e-mail address" (a practical subset of RFC 5322), plus a dot in the domain.
    package static func problem(with address: String) -> String? {
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2 else {
            return parts.count < 2
                ? "Địa chỉ thư điện tử thiếu dấu @. Hãy nhập lại, ví dụ: ten@example.vn."
                : "Địa chỉ thư điện tử chỉ được có một dấu @. Hãy nhập lại, ví dụ: ten@example.vn."
        }
        guard (1...64).contains(parts[0].utf8.count), parts[0].utf8.allSatisfy(isLocal) else {
            return "Phần trước dấu @ còn trống hoặc có ký tự không dùng được, như dấu cách, chữ có dấu. Hãy nhập lại."
        }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, parts[1].utf8.count <= 253, labels.allSatisfy(isLabel) else {
            return "Phần sau dấu @ chưa đúng. Hãy nhập lại, ví dụ: ten@example.vn."
        }
        return nil
    }

    private static func isLocal(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || ".!#$%&'*+/=?^_`{|}~-".utf8.contains(byte)
    }

    private static func isLabel(_ label: Substring) -> Bool {
        let hyphen = UInt8(ascii: "-")
        return (1...63).contains(label.utf8.count) && label.utf8.first != hyphen && label.utf8.last != hyphen
            && label.utf8.allSatisfy { isLetterOrDigit($0) || $0 == hyphen }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }
}
