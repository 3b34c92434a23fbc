/// Why a document could not be made, with what to do about it.
package enum DocumentsError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Nothing that speaks Typst's command line was found.
    case engineMissing(looked: [String])
    /// The engine ran and refused.
    case engineFailed(document: String, message: String)
    /// A letter that the font cannot draw.
    case missingGlyph(document: String, text: String)
    /// More than a QR code holds.
    case codeTooLong(String)
    case fontMissing(looked: [String])
    case templatesMissing(String)
    /// A file of the cache is not what was made.
    case damaged(path: String)
    case cannotWrite(path: String, reason: String)

    /// One sentence on what is wrong and one on the remedy, in Vietnamese.
    package var description: String {
        "\(problem)\n  cách sửa: \(remedy)"
    }

    package var problem: String {
        switch self {
        case .engineMissing(let looked):
            "không tìm thấy chương trình Typst để dựng bản PDF (đã tìm: \(looked.joined(separator: ", ")))"
        case .engineFailed(let document, let message): "Typst không dựng được “\(document)”: \(message)"
        case .missingGlyph(let document, let text):
            "phông chữ không có nét cho “\(text)” (\(DocumentsError.codePoints(text))) trong “\(document)”"
        case .codeTooLong(let text): "“\(text)” quá dài, không đưa được vào mã QR"
        case .fontMissing(let looked):
            "không tìm thấy phông Liberation Serif (đã tìm: \(looked.joined(separator: ", ")))"
        case .templatesMissing(let path): "không đọc được thư mục mẫu văn bản \(path)"
        case .damaged(let path): "tệp \(path) đã bị thay đổi hoặc hỏng sau khi dựng"
        case .cannotWrite(let path, let reason): "không ghi được \(path): \(reason)"
        }
    }

    package var remedy: String {
        switch self {
        case .engineMissing: "chạy deploy/setup, hoặc cài bản typst chính thức (0.15 trở lên) vào PATH"
        case .engineFailed:
            "xem lại mẫu trong theme/documents/; nếu đang dùng bản typst riêng, cần bản 0.15 trở lên"
        case .missingGlyph: "thay ký tự đó trong content/ bằng chữ thường dùng"
        case .codeTooLong: "rút ngắn địa chỉ (base-url trong content/site.yaml)"
        case .fontMissing: "cài gói fonts-liberation2 (apt), hoặc chạy deploy/setup"
        case .templatesMissing: "kiểm tra đường dẫn gốc của dự án (--root)"
        case .damaged: "dựng lại cổng; tệp sẽ được làm lại"
        case .cannotWrite: "kiểm tra quyền ghi và chỗ trống trên đĩa"
        }
    }

    /// «U+1F600», for what no font shows.
    private static func codePoints(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            let digits = String(scalar.value, radix: 16, uppercase: true)
            return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        }
        .joined(separator: " ")
    }
}
