internal import Foundation

/// Words that read as one, kept on one line by no-break spaces (U+00A0).
///
/// Vietnamese writes a word of two syllables with a space inside, and large letters on a small screen break there:
/// «thủ / tục». Only headings and times are treated; running text breaks as it likes.
enum Unbroken {
    /// Words of two or three syllables that the headings of this portal are full of, in small letters.
    private static let words = [
        "an toàn", "biên nhận", "bức xạ", "bảo hộ", "chất lượng", "chỉ dẫn", "chứng nhận", "công bố", "công khai",
        "công nghệ", "cơ quan",
        "cá nhân", "doanh nghiệp", "giấy phép", "giấy tờ", "hành chính", "hạt nhân", "hồ sơ", "hội nghị", "hợp tác xã",
        "khiếu nại", "khoa học", "kiến nghị", "kiểm định", "kế hoạch", "kết quả", "nghiên cứu", "nhiệm vụ",
        "nhãn hiệu", "nội dung", "phản ánh", "quyền lợi", "sáng kiến", "sản phẩm", "sản xuất", "sổ tiếp nhận",
        "sở hữu", "tập thể", "tham gia", "thông báo", "thủ tục", "tiêu chuẩn", "tiếp nhận", "trí tuệ", "trực tiếp",
        "tố cáo",
        "tổ chức", "đo lường", "đào tạo", "đăng ký", "đối thoại", "đối chứng", "đề nghị", "đề xuất", "địa lý",
    ]

    /// A heading with its words kept whole.
    static func heading(_ text: String) -> String {
        words.reduce(text) { text, word in
            text.replacing(word).replacing(word.prefix(1).uppercased() + word.dropFirst())
        }
    }

    /// «17 giờ 30, thứ Bảy ngày 20/11/2021» breaks after the comma or before «ngày».
    static func time(_ text: String) -> String {
        [" giờ ": "\u{A0}giờ\u{A0}", "thứ ": "thứ\u{A0}", "ngày ": "ngày\u{A0}", "Chủ nhật ": "Chủ\u{A0}nhật "]
            .reduce(text) { $0.replacingOccurrences(of: $1.key, with: $1.value) }
    }
}

extension String {
    /// The text with the spaces inside one word closed, where it stands as a word of its own.
    fileprivate func replacing(_ word: String) -> String {
        let joined = word.replacingOccurrences(of: " ", with: "\u{A0}")
        var result = ""
        var rest = self[...]
        while let found = rest.range(of: word) {
            let isOwn = rest[..<found.lowerBound].last?.isLetter != true && !rest[found.upperBound...].startsWithLetter
            result += rest[..<found.lowerBound] + (isOwn ? joined : word)
            rest = rest[found.upperBound...]
        }
        return result + rest
    }
}

extension Substring {
    fileprivate var startsWithLetter: Bool { first?.isLetter == true }
}

extension ThemeValue {
    /// Text of a large heading, its words kept whole.
    package static func heading(_ text: String) -> ThemeValue { .text(Unbroken.heading(text)) }
}
