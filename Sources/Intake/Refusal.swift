/// Why a request is not read at all.
enum Refusal: Error, Hashable {
    case method
    case crossSite
    case mediaType
    case lengthMissing
    case tooLarge
    case damaged
    /// The token of a receipt is not one of ours, or nothing was stored under it.
    case noReceipt

    var status: Int {
        switch self {
        case .method: 405
        case .crossSite: 403
        case .mediaType: 415
        case .lengthMissing: 411
        case .tooLarge: 413
        case .damaged, .noReceipt: 400
        }
    }

    /// One sentence for whoever sent it.
    var reason: String {
        switch self {
        case .method: "Trang này chỉ nhận phiếu gửi từ các mẫu phiếu trên cổng."
        case .crossSite: "Phiếu này được gửi từ một trang khác, không phải từ cổng của Sở."
        case .mediaType: "Cổng chỉ nhận chữ viết trong phiếu, không nhận tệp gửi kèm."
        case .lengthMissing, .damaged: "Phiếu bị hỏng hoặc thiếu một phần trên đường truyền."
        case .tooLarge: "Phiếu dài quá mức cổng nhận được. Ông, bà viết ngắn lại hoặc chia thành hai phiếu."
        case .noReceipt: "Sở không tìm thấy biên nhận ứng với yêu cầu này."
        }
    }
}
