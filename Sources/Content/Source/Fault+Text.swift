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

    static let hiddenCharacter = Fault(
        "hidden-character", "Dòng có ký tự ẩn, hoặc chữ Đ gõ nhầm bằng chữ Eth (Ð).",
        remedy: "Xóa rồi gõ lại chữ ở chỗ được chỉ; ký tự này thường đến từ sao chép.")

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
