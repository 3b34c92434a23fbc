/// The sentences a sender reads when a field has to be mended.
enum FormWords {
    static let unknownField =
        "Phiếu gửi lên có ô không thuộc mẫu này. Hãy mở lại trang phiếu rồi điền lại những gì cần sửa."

    static func repeated(_ field: FormField) -> String {
        "Ô “\(field.shortLabel)” được gửi hai lần. Hãy xem lại rồi gửi một lần."
    }

    static func hidden(_ field: FormField) -> String {
        "Ô “\(field.shortLabel)” có ký tự ẩn không dùng được. Cổng đã bỏ các ký tự đó, ông, bà xem lại rồi gửi tiếp."
    }

    static func notAnOption(_ field: FormField) -> String {
        "Hãy chọn một trong các mục có sẵn ở ô “\(field.shortLabel)”."
    }

    static func tooShort(_ field: FormField) -> String {
        "Hãy viết rõ hơn ở ô “\(field.shortLabel)”, ít nhất \(VietnameseNumber.figures(field.min)) ký tự."
    }

    static func tooLong(_ field: FormField, length: Int) -> String {
        let numbers = [length, field.max, length - field.max].map(VietnameseNumber.figures)
        return "Ô “\(field.shortLabel)” dài \(numbers[0]) ký tự, tối đa \(numbers[1]). Hãy rút bớt \(numbers[2]) ký tự."
    }
}
