internal import Domain
internal import Foundation

/// The receipt as plain text, with line ends every editor knows.
struct ReceiptText {
    let receipt: StoredReceipt
    /// Nothing when the office gave a new one, which the receipt cannot know.
    let code: Code?
    let release: ServiceRelease
    let now: Date

    var text: String { lines.joined(separator: "\r\n") + "\r\n" }

    private var lines: [String] {
        let site = release.site
        let steps = NextSteps(series: receipt.series, release: release, now: now)
        var lines = [site.agency.fullName.uppercased(), "BIÊN NHẬN PHIẾU GỬI TRÊN CỔNG", ""]
        if release.isRehearsal { lines += ["Bản chạy thử: phiếu này không có giá trị.", ""] }
        lines += [
            "Về: \(steps.subject)", "Nhận lúc: \(VietnameseDate.words(receipt.receivedAt))",
            "Số biên nhận: \(receipt.reference)",
            "Mã tra cứu: \(code?.grouped ?? "Văn phòng Sở đã cấp mã mới, mã cũ không còn dùng được.")", "",
        ]
        if receipt.isLate { lines += ["Phiếu đến muộn, Sở vẫn xem và trả lời.", ""] }
        lines += ["Việc tiếp theo:"] + steps.lines.map { "- \($0)" }
        lines += [
            "", "Xem phiếu đã đến đâu: \(site.baseURL)/tra-cuu/",
            "Cần sửa, bổ sung hoặc rút phiếu: gửi thư tới \(site.agency.email) hoặc đến Văn phòng Sở, "
                + "địa chỉ: \(site.agency.address). Xin nêu số biên nhận.",
            "Giữ kín mã tra cứu, đừng gửi cho ai.",
        ]
        return lines
    }
}
