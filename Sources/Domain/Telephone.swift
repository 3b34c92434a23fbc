/// Rules of Vietnamese telephone numbers as senders write them.
///
/// Source: numbering plan of Vietnam (Thông tư 22/2014/TT-BTTTT and the change of 2018), as in libphonenumber's
/// metadata: mobile 9 digits after 0 or +84; fixed 10 digits beginning with 2; 1800 and 1900 with 4–6 digits more.
package enum Telephone {
    /// The number without spaces, national form with a leading 0: «0912345678»; nothing when it is no number.
    package static func normalised(_ text: String) -> String? {
        var digits = ""
        for scalar in text.unicodeScalars {
            if ("0"..."9").contains(scalar) {
                digits.unicodeScalars.append(scalar)
            } else if scalar == "+" {
                guard digits.isEmpty else { return nil }
                digits = "+"
            } else if !" .-()/\u{A0}".unicodeScalars.contains(scalar) {
                return nil
            }
        }
        if digits.hasPrefix("+84") { return "0" + trimmingZero(digits.dropFirst(3)) }
        if digits.hasPrefix("0084") { return "0" + trimmingZero(digits.dropFirst(4)) }
        if digits.hasPrefix("84"), digits.count == 11 { return "0" + digits.dropFirst(2) }
        return digits.hasPrefix("+") ? nil : digits
    }

    /// What is wrong with a cleaned, non-empty number; nothing when it can be called.
    package static func problem(with text: String) -> String? {
        guard let number = normalised(text), !number.isEmpty else {
            return isForeign(text)
                ? "Ô này chỉ nhận số điện thoại ở Việt Nam. Hãy để trống ô này và điền thư điện tử."
                : "Số điện thoại chỉ gồm chữ số. Hãy nhập lại, ví dụ: 0912 345 678."
        }
        if number.hasPrefix("1800") || number.hasPrefix("1900") {
            return (8...10).contains(number.count) ? nil : "Số tổng đài 1800, 1900 có từ 8 đến 10 chữ số. Hãy xem lại."
        }
        guard number.hasPrefix("0") else {
            return "Số điện thoại phải bắt đầu bằng số 0. Hãy nhập lại, ví dụ: 0912 345 678."
        }
        if number.hasPrefix("02") { return length(number, wanted: 11, kind: "Số điện thoại bàn") }
        if number.count == 11, ["012", "016", "018", "019"].contains(where: number.hasPrefix) {
            return "Số di động 11 chữ số đã đổi thành 10 chữ số từ năm 2018. Hãy nhập số mới."
        }
        if let message = length(number, wanted: 10, kind: "Số di động") { return message }
        return isMobile(number) ? nil : "Đầu số \(number.prefix(3)) không có ở Việt Nam. Hãy xem lại số điện thoại."
    }

    /// Digits of another country behind a plus sign.
    private static func isForeign(_ text: String) -> Bool {
        let rest = text.dropFirst()
        return text.hasPrefix("+") && !rest.contains("+") && normalised(String(rest))?.isEmpty == false
    }

    private static func trimmingZero(_ digits: Substring) -> Substring {
        digits.hasPrefix("0") ? digits.dropFirst() : digits
    }

    private static func length(_ number: String, wanted: Int, kind: String) -> String? {
        if number.count < wanted {
            return "Số điện thoại thiếu \(wanted - number.count) chữ số. \(kind) có \(wanted) chữ số."
        }
        if number.count > wanted {
            return "Số điện thoại thừa \(number.count - wanted) chữ số. \(kind) có \(wanted) chữ số."
        }
        return nil
    }

    private static func isMobile(_ number: String) -> Bool {
        let rest = number.dropFirst()
        if ["3", "8", "9"].contains(where: rest.hasPrefix) { return true }
        return ["52", "55", "56", "58", "59", "70", "76", "77", "78", "79"].contains(where: rest.hasPrefix)
    }
}
