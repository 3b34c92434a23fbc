import Domain
import Foundation

extension Fault {
    static func brokenLink(_ path: String, meant: String?) -> Fault {
        Fault(
            "broken-link", "Cổng không có trang `\(path)`.",
            remedy: meant.map { "Có phải ý ông, bà là `\($0)`?" } ?? "Xem lại địa chỉ, hoặc bỏ liên kết.")
    }

    static func brokenFileLink(_ path: String) -> Fault {
        Fault(
            "broken-file-link", "Cổng không có tệp `\(path)`.",
            remedy: "Dẫn tới trang có tệp ấy; tệp tải về của một đợt nằm ở trang mẫu phiếu và trang kế hoạch của đợt.")
    }

    static func linkToFormer(_ path: String, now: String) -> Fault {
        Fault("link-to-former", "Trang \(path) đã chuyển sang địa chỉ khác.", remedy: "Dẫn thẳng tới `\(now)`.")
    }

    static func brokenAnchor(_ anchor: String, of path: String, meant: String?) -> Fault {
        Fault(
            "broken-anchor", "Trang \(path) không có đề mục `#\(anchor)`.",
            remedy: meant.map { "Có phải ý ông, bà là `#\($0)`?" }
                ?? "Neo là chữ của đề mục, viết không dấu, nối bằng gạch: ## Giấy tờ cần có → #giay-to-can-co.")
    }

    static func anchorUnchecked(_ path: String) -> Fault {
        .warning(
            "anchor-unchecked", "Trang \(path) do cổng tự dựng, nên không kiểm được neo sau dấu #.",
            remedy: "Bỏ phần sau dấu # nếu không cần.")
    }

    static func linkToLater(_ path: String, _ published: Date) -> Fault {
        .warning(
            "link-to-later", "Trang \(path) chỉ được đăng từ \(VietnameseDate.words(published)), sau trang này.",
            remedy: "Trước lúc đó liên kết không mở được: xem lại `published` của hai trang, hoặc bỏ liên kết.")
    }

    static func linkToIllustration(_ path: String) -> Fault {
        .warning(
            "link-to-illustration", "Trang \(path) là ví dụ minh họa, chỉ có khi chạy thử.",
            remedy: "Trên cổng thật liên kết không mở được: dẫn tới một trang khác.")
    }
}
