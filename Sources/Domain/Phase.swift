/// The interval between two dates of a schedule (giai đoạn).
package enum Phase: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
    /// Nothing of the edition is public yet.
    case upcoming
    /// The plan is public, registrations are not taken yet.
    case announced
    /// Registrations are taken.
    case open
    /// Registrations are over, the conference is to come.
    case closed
    /// The conference is over, results are to come.
    case held
    /// Results are public.
    case results

    package static func < (left: Phase, right: Phase) -> Bool { left.order < right.order }

    private var order: Int { Phase.allCases.firstIndex(of: self) ?? 0 }

    /// The words on the badge of the edition.
    package var label: String {
        switch self {
        case .upcoming: "Chưa công bố"
        case .announced: "Sắp nhận phiếu"
        case .open: "Đang nhận phiếu"
        case .closed: "Hết hạn nhận phiếu"
        case .held: "Đã đối thoại"
        case .results: "Đã có kết quả"
        }
    }
}

/// How the conference is held (hình thức).
package enum Mode: String, Hashable, Sendable, Codable, CaseIterable {
    case inPerson = "in-person"
    case online
    case mixed

    package var label: String {
        switch self {
        case .inPerson: "Trực tiếp"
        case .online: "Trực tuyến"
        case .mixed: "Trực tiếp kết hợp trực tuyến"
        }
    }
}
