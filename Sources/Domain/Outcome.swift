/// What became of a matter (kết quả xử lý). A matter without one is open.
package enum Outcome: String, Hashable, Sendable, Codable, CaseIterable {
    case answered
    case guided
    case escalated
    case excluded
    case withdrawn

    package var label: String {
        switch self {
        case .answered: "Đã trả lời"
        case .guided: "Đã hướng dẫn"
        case .escalated: "Đã báo cáo cấp trên"
        case .excluded: "Không thuộc đối thoại"
        case .withdrawn: "Người gửi rút lại"
        }
    }

    /// Whether an answer with this outcome may be published.
    package var isPublishable: Bool { self == .answered || self == .guided || self == .escalated }
}

/// What a registration's line in the public register says; never which one was excluded or withdrawn.
package enum PublicState: String, Hashable, Sendable, Codable, CaseIterable {
    case received
    case inProgress = "in-progress"
    case concluded

    package var label: String {
        switch self {
        case .received: "Đã tiếp nhận"
        case .inProgress: "Đang xử lý"
        case .concluded: "Đã có kết quả"
        }
    }
}

/// What kind of matter an answer deals with.
package enum MatterKind: String, Hashable, Sendable, Codable, CaseIterable {
    case question
    case difficulty
    case proposal

    package var label: String {
        switch self {
        case .question: "Câu hỏi"
        case .difficulty: "Khó khăn, vướng mắc"
        case .proposal: "Đề xuất"
        }
    }
}
