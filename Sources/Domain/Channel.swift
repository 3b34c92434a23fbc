/// How a registration reached the department (kênh tiếp nhận). All rank equal.
package enum Channel: String, Hashable, Sendable, Codable, CaseIterable {
    case portal
    case email
    case post
    case counter
    case conference

    package var label: String {
        switch self {
        case .portal: "Trên cổng"
        case .email: "Thư điện tử"
        case .post: "Bưu điện"
        case .counter: "Nộp trực tiếp"
        case .conference: "Nêu tại hội nghị"
        }
    }
}
