/// Rules of an e-mail address as a sender writes it.
package enum EmailAddress {
    /// What is wrong with a cleaned, non-empty address; nothing when a letter could be sent to it.
    ///
    /// Source: HTML Standard, "valid e-mail address" (a practical subset of RFC 5322), plus a dot in the domain.
    package static func problem(with address: String) -> String? {
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2 else {
            return parts.count < 2
                ? "Thư điện tử thiếu dấu @. Ví dụ: ten@example.vn."
                : "Thư điện tử chỉ có một dấu @. Ví dụ: ten@example.vn."
        }
        let local = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.!#$%&'*+/=?^_`{|}~-".unicodeScalars)
        guard !parts[0].isEmpty, parts[0].utf8.count <= 64, parts[0].unicodeScalars.allSatisfy(local.contains) else {
            return "Phần trước dấu @ của thư điện tử có ký tự lạ hoặc bỏ trống. Hãy xem lại."
        }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, parts[1].utf8.count <= 253, labels.allSatisfy(isLabel) else {
            return "Phần sau dấu @ của thư điện tử chưa đúng. Ví dụ: ten@example.vn."
        }
        return nil
    }

    private static func isLabel(_ label: Substring) -> Bool {
        let bytes = Array(label.utf8)
        return (1...63).contains(bytes.count) && bytes.first != 0x2D && bytes.last != 0x2D
            && bytes.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || byte == 0x2D
            }
    }
}
