extension Fault {
    static let notUTF8 = Fault(
        "not-utf-8", "Tệp có chỗ không phải UTF-8.",
        remedy: "Mở tệp trong trình soạn thảo và lưu lại với bảng mã UTF-8.")

    static let byteOrderMark = Fault(
        "byte-order-mark", "Đầu tệp có dấu thứ tự byte (BOM).",
        remedy: "Lưu lại với bảng mã “UTF-8”, không chọn “UTF-8 with BOM”.")

    static let carriageReturn = Fault(
        "line-ends", "Tệp kết thúc dòng theo kiểu Windows (CRLF).",
        remedy: "Lưu lại với kiểu kết thúc dòng LF.")

    static let notNFC = Fault(
        "not-nfc", "Chữ có dấu ở đây được gõ rời (tổ hợp), không phải Unicode dựng sẵn (NFC).",
        remedy: "Chọn “Unicode dựng sẵn” trong bộ gõ rồi gõ lại chữ, hoặc chuyển cả tệp: uconv -x NFC.")

    static func hiddenCharacter(_ scalar: Unicode.Scalar) -> Fault {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return Fault(
            "hidden-character", "Có ký tự không nhìn thấy (\(code)), thường theo vào khi sao chép.",
            remedy: "Xóa các chữ quanh chỗ được chỉ rồi gõ lại.")
    }

    static let wrongLetter = Fault(
        "wrong-letter", "Đây là chữ Eth (Ð, ð) của tiếng Băng Đảo, không phải chữ Đ.",
        remedy: "Gõ lại chữ Đ, đ bằng bộ gõ tiếng Việt.")

    static let tooLarge = Fault(
        "file-too-large", "Tệp nặng hơn 1 MB; bài dài nhất cũng chỉ vài chục kB.",
        remedy: "Chia thành nhiều bài, hoặc xem có chép nhầm tệp khác vào đây không.")

    static func missingFile(_ what: String) -> Fault {
        Fault("missing-file", "Thiếu tệp này: \(what).", remedy: "Thêm tệp; cách viết ở docs/content-format.md.")
    }

    static func unexpectedFile(like suggestion: String?) -> Fault {
        Fault(
            "unexpected-file", "Không biết dùng tệp này vào việc gì.",
            remedy: suggestion.map { "Có phải ý ông, bà là `\($0)`? Nếu không, đưa tệp ra ngoài content/." }
                ?? "Đưa tệp ra ngoài content/, hoặc đặt đúng chỗ theo docs/content-format.md.")
    }

    static let strayFile = Fault.warning(
        "stray-file", "Tệp ẩn hoặc tệp tạm của trình soạn thảo, không được dùng.",
        remedy: "Xóa tệp nếu không cần.")

    static let noContent = Fault(
        "no-content", "Không thấy thư mục content.",
        remedy: "Chạy lệnh ở thư mục gốc, nơi có content/ và theme/, hoặc chỉ đường bằng --root.")

    static let unreadableFile = Fault(
        "unreadable-file", "Không đọc được tệp hoặc thư mục này.", remedy: "Xem lại quyền đọc và đường dẫn.")

    static func fileName(_ name: String, should: String) -> Fault {
        Fault(
            "file-name", "Tên “\(name)” không dùng làm địa chỉ trang được.",
            remedy: "Đổi tên thành `\(should)`: chỉ chữ thường không dấu, chữ số và gạch nối.")
    }
}
