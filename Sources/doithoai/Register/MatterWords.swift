import Domain
import Foundation
import Register

extension OfficeStep {
    /// As the state of a matter.
    var label: String {
        switch self {
        case .classify: "Cần xếp lĩnh vực"
        case .assign: "Cần giao phòng"
        case .draft: "Cần soạn trả lời"
        case .approve: "Đang soạn, chờ duyệt"
        }
    }

    /// The command that does it.
    func command(for matter: Matter, site: Site) -> String {
        switch self {
        case .classify: "doithoai register classify \(matter.id) --subject …"
        case .assign:
            "doithoai register assign \(matter.id) --division \(site.subject(matter.subject)?.division ?? "…")"
        case .draft: "doithoai answer draft \(matter.id)"
        case .approve: "doithoai answer approve \(matter.id)"
        }
    }
}

extension Matter {
    /// How far it has got, in words: its outcome, the matter it waits for, or what is to be done.
    func state(drafted: Set<MatterID>) -> String {
        if let outcome { return outcome.label }
        if let sameAs { return "Trùng với \(sameAs)" }
        return nextStep(drafted: drafted)?.label ?? ""
    }
}

extension HistoryLine {
    /// What was done, in words.
    func words(_ session: OfficeSession) -> String {
        switch verb {
        case .stored: actor == "portal" ? "người gửi gửi phiếu trên cổng" : "nhập phiếu"
        case .released: "nhận vào sổ, số \(value)"
        case .refused: "không nhận"
        case .classified: "xếp vào lĩnh vực \(session.subject(value))"
        case .assigned: "giao \(session.division(value))"
        case .joined: "đánh dấu trùng với \(value)"
        case .split: "tách thành \(value.split(separator: " ").count + 1) nội dung"
        case .outcome: "ghi kết quả: \(Outcome(rawValue: value)?.label.lowercased() ?? value)"
        case .reopened: "trở lại chưa có kết quả"
        case .unsealed: "mở niêm phong để xem"
        case .recoded: "cấp mã tra cứu mới"
        case .drafted: "soạn trả lời"
        case .approved: "duyệt trả lời"
        case .withdrawn: "rút trả lời"
        case .erased: "xóa dữ liệu cá nhân"
        }
    }
}

extension VietnameseDate {
    /// «20/11/2021 17:30», for columns.
    static func column(_ instant: Date) -> String {
        let time = WallTime(of: instant)
        return figures(CivilDate(of: instant)) + String(format: " %02d:%02d", time.hour, time.minute)
    }
}
