extension Fault {
    static let rawHTML = Fault(
        "raw-html", "Nội dung có thẻ HTML; cổng không nhận HTML viết tay.",
        remedy: "Viết bằng Markdown. Cần dấu < trong câu thì viết \\<; cần xuống dòng thì kết thúc dòng bằng \\.")

    static let topHeading = Fault(
        "top-heading", "Đề mục # dành cho tiêu đề trang, đã có ở `title`.", remedy: "Dùng ## cho phần, ### cho mục nhỏ."
    )

    static func skippedHeading(level: Int, after previous: Int) -> Fault {
        let wanted = String(repeating: "#", count: previous + 1)
        return Fault(
            "skipped-heading", "Đề mục nhảy bậc: cần \(wanted) trước khi dùng \(String(repeating: "#", count: level)).",
            remedy: "Đổi thành \(wanted), hoặc thêm đề mục \(wanted) ở trên.")
    }

    static let emptyHeading = Fault("empty-heading", "Đề mục không có chữ.", remedy: "Viết chữ hoặc bỏ dòng này.")

    static let emptyLink = Fault(
        "empty-link", "Liên kết không có chữ.", remedy: "Viết tên trang đích trong ngoặc vuông: [Liên hệ](/lien-he/).")

    static func sampleSentence(_ words: String) -> Fault {
        .warning(
            "sample-sentence", "“\(words)” là câu mẫu của tệp mới, chưa phải lời cho người đọc.",
            remedy: "Viết nội dung thay câu này, hoặc xóa đi.")
    }

    static func vagueLink(_ words: String) -> Fault {
        Fault(
            "vague-link", "Chữ của liên kết là “\(words)”, đọc riêng không biết dẫn tới đâu.",
            remedy: "Dùng tên trang đích làm chữ: [Liên hệ](/lien-he/).")
    }

    static func relativeLink(_ destination: String) -> Fault {
        Fault(
            "relative-link", "Liên kết `\(destination)` không bắt đầu bằng / hay https://.",
            remedy: "Viết địa chỉ trang trên cổng, ví dụ /lien-he/, hoặc địa chỉ đầy đủ bắt đầu bằng https://.")
    }

    static func forbiddenLink(_ destination: String) -> Fault {
        Fault(
            "forbidden-link", "Không dùng được liên kết `\(destination)`.",
            remedy: "Chỉ dùng địa chỉ trang trên cổng, https://, http:// hoặc mailto:.")
    }

    static let imageWithoutText = Fault(
        "image-without-text", "Ảnh không có chữ thay thế.", remedy: "Viết ảnh cho thấy gì: ![Sơ đồ phòng họp](…).")

    static let imageUnsupported = Fault(
        "image", "Nội dung chưa có chỗ để ảnh, và trang không tải ảnh từ nơi khác.",
        remedy: "Diễn đạt bằng chữ hoặc bằng bảng.")

    static let brokenTable = Fault(
        "broken-table", "Bảng viết chưa đúng nên hiện thành chữ.",
        remedy: "Cần một dòng trống phía trên, một dòng |---|---| dưới dòng đầu, số cột bằng nhau.")

    static let openEmphasis = Fault(
        "open-emphasis", "Dấu ** còn sót lại trong câu.",
        remedy: "Mỗi ** mở cần một ** đóng, sát chữ, không có dấu cách ở trong. Cần dấu sao thật thì viết \\*.")

    static let brokenLinkSyntax = Fault(
        "broken-link-syntax", "Liên kết viết chưa đúng nên hiện thành chữ.",
        remedy: "Viết liền: [Liên hệ](/lien-he/), không có dấu cách giữa ] và (.")

    static func unusedFootnote(_ name: String) -> Fault {
        Fault(
            "unused-footnote", "Không có chỗ nào trong bài gọi chú thích [^\(name)].",
            remedy: "Đặt [^\(name)] sau chữ cần chú thích, hoặc bỏ chú thích.")
    }

    static func unknownFootnote(_ name: String) -> Fault {
        Fault(
            "unknown-footnote", "Không có chú thích nào tên [^\(name)].",
            remedy: "Thêm dòng [^\(name)]: … ở cuối bài, hoặc sửa tên.")
    }

    static func unknownMarkdown(_ kind: String) -> Fault {
        Fault(
            "unknown-markdown", "Không dùng được cách viết này (\(kind)).", remedy: "Viết bằng đoạn, danh sách, bảng.")
    }

    static let tooDeep = Fault(
        "too-deep", "Danh sách, trích dẫn hoặc chữ nhấn mạnh lồng nhau quá 20 bậc.", remedy: "Viết phẳng hơn.")

    static let emptyBody = Fault(
        "empty-body", "Tệp chưa có nội dung dưới phần khai báo.", remedy: "Viết nội dung sau dòng --- thứ hai.")
}
