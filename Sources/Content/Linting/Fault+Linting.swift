import Domain
import Foundation

/// Words of the linter: slips that may be meant, so each is a warning that `chap-nhan` can accept.
extension Fault {
    private static let acceptance = "Nếu đúng là như vậy, thêm một mục `chap-nhan` với lý do ở đầu tệp này."

    static func weekend(_ what: String, _ day: CivilDate) -> Fault {
        .warning(
            "weekend", "\(what) rơi vào \(VietnameseDate.words(day)), Sở không làm việc.",
            remedy: "Dời sang ngày làm việc, hoặc bố trí người trực. \(acceptance)")
    }

    static func holiday(_ what: String, _ day: CivilDate) -> Fault {
        .warning(
            "holiday", "\(what) rơi vào ngày nghỉ lễ \(VietnameseDate.figures(day)).",
            remedy: "Dời sang ngày làm việc, hoặc bố trí người trực. \(acceptance)")
    }

    static func shortNotice(_ days: Int) -> Fault {
        .warning(
            "short-notice",
            "Từ ngày gửi giấy mời đến ngày hội nghị chỉ có \(days) ngày làm việc ở giữa, cần ít nhất 3.",
            remedy: "Gửi giấy mời sớm hơn, hoặc lùi hội nghị. \(acceptance)")
    }

    static func weekday(_ day: CivilDate) -> Fault {
        .warning(
            "weekday",
            "Ngày \(VietnameseDate.figures(day)) là \(VietnameseDate.weekday(day)), không phải thứ ghi ở đây.",
            remedy: "Xem lại cả thứ và ngày: một trong hai sai. \(acceptance)")
    }

    static func dateDiffers(_ day: CivilDate, _ step: String, _ right: CivilDate) -> Fault {
        .warning(
            "date-differs",
            "Ngày \(VietnameseDate.figures(day)) khác mốc “\(step)” ở dialogue.yaml (\(VietnameseDate.figures(right))).",
            remedy: "Thông báo, kế hoạch, phiếu và dialogue.yaml phải cùng một ngày. \(acceptance)")
    }

    static func hourDiffers(_ step: String, _ right: Date) -> Fault {
        .warning(
            "date-differs", "Giờ ghi ở đây khác mốc “\(step)” ở dialogue.yaml (\(VietnameseDate.words(right))).",
            remedy: "Thông báo, kế hoạch, phiếu và dialogue.yaml phải cùng một giờ. \(acceptance)")
    }

    static func yearDiffers(_ year: Int) -> Fault {
        .warning(
            "date-differs", "Năm ghi ở đây khác năm của đợt (\(year)).",
            remedy: "Xem có sót chữ của đợt trước không. \(acceptance)")
    }

    static func partyMissing(_ missing: [String]) -> Fault {
        .warning(
            "party-missing", "Danh sách đối tượng ở đây thiếu: \(missing.joined(separator: ", ")).",
            remedy: "Viết đủ “cá nhân, tổ chức, doanh nghiệp, hợp tác xã”. \(acceptance)")
    }

    static func foreignField(_ field: String) -> Fault {
        .warning(
            "foreign-field", "“\(field)” không thuộc lĩnh vực nào của Sở trong content/site.yaml.",
            remedy: "Xem có chép nhầm từ kế hoạch của cơ quan khác không. \(acceptance)")
    }

    static let dutyWithoutOwner = Fault.warning(
        "duty-without-owner", "Việc ở đây không nói phòng, đơn vị nào làm.",
        remedy: "Ghi tên phòng, đơn vị như ở divisions của content/site.yaml. \(acceptance)")

    static func holderWithoutTask(_ division: String) -> Fault {
        .warning(
            "duty-without-owner",
            "Kế hoạch giao việc cho \(division), mà `tasks` ở dialogue.yaml chưa có việc nào của nơi này.",
            remedy: "Thêm việc vào `tasks`, có `owner` và `due`. \(acceptance)")
    }

    static let dutyWithoutDate = Fault.warning(
        "duty-without-date", "Việc này chưa có hạn, nên không ai theo dõi được.",
        remedy: "Thêm `due: ngày/tháng/năm`. \(acceptance)")

    static func basisNotYet(_ reference: LegalReference) -> Fault {
        .warning(
            "lapsed-basis",
            "\(reference.type) số \(reference.number) chỉ có hiệu lực từ \(VietnameseDate.figures(reference.from)), sau ngày "
                + "công bố kế hoạch.",
            remedy: "Bỏ căn cứ này, hoặc thay bằng văn bản đang có hiệu lực. \(acceptance)")
    }

    static func lapsedBasis(_ reference: LegalReference, on day: CivilDate) -> Fault {
        .warning(
            "lapsed-basis",
            "\(reference.type) số \(reference.number) đã hết hiệu lực từ \(VietnameseDate.figures(day)), trước ngày công bố "
                + "kế hoạch.",
            remedy: "Thay bằng văn bản đang có hiệu lực. \(acceptance)")
    }

    static let endMark = Fault.warning(
        "end-mark", "Dấu ./. được thêm vào văn bản lúc dựng, ở đây thì thừa.",
        remedy: "Kết thúc câu cuối bằng một dấu chấm. \(acceptance)")

    static func misspelt(_ word: String, meant: String?) -> Fault {
        .warning(
            "misspelt-label", "“\(word)” có vẻ gõ nhầm.",
            remedy: (meant.map { "Có phải ý ông, bà là “\($0)”? " } ?? "Xem lại dấu và chữ cái. ") + acceptance)
    }

    static func unevenLabels(endsInColon: Bool) -> Fault {
        .warning(
            "uneven-labels",
            endsInColon
                ? "Nhãn này kết thúc bằng dấu hai chấm, các nhãn khác thì không."
                : "Nhãn này không kết thúc bằng dấu hai chấm như các nhãn khác.",
            remedy: "Viết các nhãn của một mẫu theo cùng một cách. \(acceptance)")
    }

    static func acceptsNothing(_ rule: String) -> Fault {
        .warning(
            "accepts-nothing", "Mục `chap-nhan` này không chấp nhận gì: tệp không còn cảnh báo `\(rule)` nào như vậy.",
            remedy: "Bỏ mục này; nếu có `words` thì xem chữ đó còn đúng dòng không.")
    }

    static func unknownRule(_ rule: String, meant: String?) -> Fault {
        Fault(
            "unknown-rule", "Không có cảnh báo `\(rule)` để chấp nhận.",
            remedy: meant.map { "Có phải ý ông, bà là `\($0)`?" }
                ?? "Tên cảnh báo đứng trong ngoặc vuông ở cuối dòng đầu của cảnh báo; các tên dùng được ở docs/check.md."
        )
    }
}
