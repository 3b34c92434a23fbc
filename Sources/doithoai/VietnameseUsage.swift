internal import Foundation

/// What the argument parser says of its own accord, in Vietnamese.
///
/// The parser has its words in English and no way to give it others, so they are replaced in the finished text. A
/// sentence that a later version of it words otherwise stays English; nothing else goes wrong.
enum VietnameseUsage {
    /// A help page or a complaint about the arguments, with the words of the clerk's language.
    static func of(_ text: String) -> String {
        words.reduce(text) { text, pair in
            text.replacingOccurrences(of: pair.0, with: pair.1, options: .regularExpression)
        }
    }

    /// Regular expressions in the order they are tried, and what stands for them.
    private static let words = [
        ("(?m)^OVERVIEW: ", ""),
        ("(?m)^USAGE: ", "CÁCH DÙNG: "),
        ("(?m)^ARGUMENTS:", "ĐỐI SỐ:"),
        ("(?m)^OPTIONS:", "TÙY CHỌN:"),
        ("(?m)^SUBCOMMANDS:", "CÁC LỆNH:"),
        ("(?m)^  See '(.+) <subcommand>' for detailed help\\.", "  Xem từng lệnh: $1 <lệnh>"),
        ("(?m)^  See '(.+)' for more information\\.", "  Xem thêm: $1"),
        ("(?m)^Error: ", "Lỗi: "),
        ("(?m)^Help:  ", "Nghĩa là: "),
        ("(?m)^Usage: ", "Cách dùng: "),
        ("<subcommand>", "<lệnh>"),
        ("Show help information\\.", "In phần hướng dẫn này."),
        ("\\(default: ", "(mặc định: "),
        ("Missing required subcommand\\.", "Thiếu tên lệnh."),
        ("Missing expected argument '(.+)'", "Thiếu '$1'."),
        ("Missing value for '(.+)'", "Thiếu giá trị của '$1'."),
        ("Unexpected argument '(.+)'", "Không dùng được '$1' ở đây."),
        ("[0-9]+ unexpected arguments: (.+)", "Không dùng được ở đây: $1."),
        ("Unknown option '(.+)'\\. Did you mean '(.+)'\\?", "Không có tùy chọn '$1'. Có phải là '$2'?"),
        ("Unknown option '(.+)'", "Không có tùy chọn '$1'."),
        ("The value '(.+)' is invalid for '([^']+)'", "'$2' không nhận giá trị '$1'"),
    ]
}
