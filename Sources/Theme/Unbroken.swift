import Domain

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

    /// The same in bytes, by the byte they begin with, with a capital as well.
    private static let wordsByFirst: [[[UInt8]]] = {
        var table = [[[UInt8]]](repeating: [], count: 256)
        for word in words + words.map({ $0.uppercasedFirst }) {
            let bytes = Array(word.utf8)
            table[Int(bytes[0])].append(bytes)
        }
        return table
    }()

    /// A heading with its words kept whole.
    static func heading(_ text: String) -> String {
        let words = wordsByFirst
        return closing(text) { bytes, closed in
            for start in bytes.indices {
                for word in words[Int(bytes[start])] where isOwn(word, at: start, in: bytes) {
                    closed += (start..<(start + word.count)).filter { bytes[$0] == space }
                }
            }
        }
    }

    /// «17 giờ 30, thứ Bảy ngày 20/11/2021» breaks after the comma or before «ngày».
    static func time(_ text: String) -> String {
        closing(text) { bytes, closed in
            for at in bytes.indices where bytes[at] == space {
                let before = bytes[..<at]
                let after = bytes[(at + 1)...]
                if after.starts(with: "giờ ".utf8) || before.ends(with: " giờ") || before.ends(with: "thứ")
                    || before.ends(with: "ngày") || before.ends(with: "Chủ") && after.starts(with: "nhật ".utf8)
                {
                    closed.append(at)
                }
            }
        }
    }

    private static let space = UInt8(ascii: " ")

    /// The text with no-break spaces at the places that `find` adds, bytes of spaces, in any order.
    private static func closing(
        _ text: String, _ find: (UnsafeBufferPointer<UInt8>, inout [Int]) -> Void
    ) -> String {
        var text = text
        return text.withUTF8 { bytes in
            var closed: [Int] = []
            find(bytes, &closed)
            guard !closed.isEmpty else { return nil }
            var result: [UInt8] = []
            result.reserveCapacity(bytes.count + closed.count)
            var from = 0
            for at in closed.sorted() where at >= from {
                result += bytes[from..<at]
                result += "\u{A0}".utf8
                from = at + 1
            }
            result += bytes[from...]
            return String(decoding: result, as: UTF8.self)
        } ?? text
    }

    /// Whether `word` stands at `start` as a word of its own.
    private static func isOwn(_ word: [UInt8], at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let end = start + word.count
        return end <= bytes.count && bytes[start..<end].elementsEqual(word)
            && (start == 0 || !endsLetter(bytes, at: start)) && !beginsLetter(bytes, at: end)
    }

    /// Whether a letter ends just before `place`.
    private static func endsLetter(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
        let last = bytes[place - 1]
        guard last >= 0x80 else { return isLetter(last) }
        var start = place - 1
        while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return String(decoding: bytes[start..<place], as: UTF8.self).last?.isLetter == true
    }

    /// Whether a letter begins at `place`.
    private static func beginsLetter(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
        guard place < bytes.count else { return false }
        guard bytes[place] >= 0x80 else { return isLetter(bytes[place]) }
        return String(decoding: bytes[place...].prefix(4), as: UTF8.self).first?.isLetter == true
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    fileprivate func ends(with text: StaticString) -> Bool {
        count >= text.utf8CodeUnitCount
            && text.withUTF8Buffer { suffix($0.count).elementsEqual($0) }
    }
}

extension ThemeValue {
    /// Text of a large heading, its words kept whole.
    package static func heading(_ text: String) -> ThemeValue { .text(Unbroken.heading(text)) }
}
