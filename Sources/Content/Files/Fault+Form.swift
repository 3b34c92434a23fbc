extension Fault {
    static let loneAlternative = Fault(
        "lone-alternative", "Quy tắc “ít nhất một ô” cần từ hai ô trở lên.",
        remedy: "Thêm ô, hoặc ghi `required: always` ở chính ô đó.")

    static let requirement = Fault(
        "requirement", "`required` không nhận giá trị này.",
        remedy: "Viết `always` (luôn cần), `never` (không bắt buộc), hoặc { field: tên-ô, is: [giá-trị, …] }.")

    static let nothingFits = Fault("nothing-fits", "`max` phải lớn hơn 0.", remedy: "Ghi số ký tự tối đa, ví dụ 200.")

    static let minAboveMax = Fault("min-above-max", "`min` lớn hơn `max`.", remedy: "Xem lại hai số.")

    static func optionsOutOfPlace(_ kind: String) -> Fault {
        Fault(
            "options-out-of-place", "Ô loại `\(kind)` không có mục chọn.",
            remedy: kind == "subject"
                ? "Bỏ `options`: các lĩnh vực lấy từ content/site.yaml."
                : "Bỏ `options`, hoặc đổi `kind` thành `choice`.")
    }

    static func roleMissing(_ role: String) -> Fault {
        Fault(
            "role-missing", "Mẫu chưa có ô nào mang `role: \(role)`.",
            remedy: "Thêm ô, hoặc ghi vai trò này cho ô đã có; xem danh sách ở docs/content-format.md.")
    }

    static func roleTwice(_ role: String) -> Fault {
        Fault("role-twice", "Đã có một ô mang `role: \(role)`.", remedy: "Mỗi vai trò chỉ cho một ô, trừ `matter`.")
    }

    static func kindForRole(_ role: String, _ kinds: [String]) -> Fault {
        Fault(
            "kind-for-role", "Ô mang `role: \(role)` không dùng loại này được.",
            remedy: "Dùng `kind: \(kinds.joined(separator: "` hoặc `"))`.")
    }

    static let complaintWithoutExit = Fault(
        "complaint-without-exit", "Ô hỏi khiếu nại, tố cáo chưa có mục nào dẫn ra khỏi phiếu.",
        remedy: "Ghi `exits: true` ở mục “Có”.")

    static let exitOutOfPlace = Fault(
        "exit-out-of-place", "Chỉ ô `role: complaint` mới có mục dẫn ra khỏi phiếu.", remedy: "Bỏ `exits: true`.")
}
