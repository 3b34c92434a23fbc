import Domain
import Foundation

extension Fault {
    static let baseURL = Fault(
        "base-url", "Địa chỉ cổng phải gồm https:// và tên miền, không có gì phía sau.",
        remedy: "Ví dụ: https://www.example.gov.vn")

    static func notAnEmail(_ text: String) -> Fault {
        Fault("not-an-email", "“\(text)” không phải địa chỉ thư điện tử.", remedy: "Ví dụ: vanphong@example.gov.vn")
    }

    static func contactNotPublic(_ contact: String) -> Fault {
        Fault(
            "contact-not-public",
            "`\(contact)` của cơ quan chưa có trong `public-contacts`, nên không đăng lên cổng được.",
            remedy: "Thêm nó vào `public-contacts`.")
    }

    static func dutyUnheld(_ duty: String) -> Fault {
        .warning(
            "duty-unheld", "Chưa có ai mang nhiệm vụ `\(duty)`.",
            remedy: "Thêm `\(duty)` vào `duties` của một người; người duyệt phải khác người soạn.")
    }

    static func reservedName(_ name: String) -> Fault {
        Fault("reserved-name", "Mã `\(name)` đã dành cho việc khác.", remedy: "Đặt mã khác.")
    }

    static func repeatedHoliday(_ day: CivilDate) -> Fault {
        Fault("repeated-holiday", "Ngày \(VietnameseDate.figures(day)) được ghi hai lần.", remedy: "Bỏ một trong hai.")
    }

    static let endsBeforeBeginning = Fault(
        "out-of-order", "Ngày hết hiệu lực đứng trước ngày có hiệu lực.", remedy: "Xem lại `from` và `to`.")

    static func outOfOrder(_ later: String, after earlier: String, at instant: Date) -> Fault {
        let time = WallTime(of: instant)
        let day = CivilDate(of: instant)
        let words = time.hour + time.minute > 0 ? VietnameseDate.words(instant) : VietnameseDate.words(day)
        return Fault(
            "out-of-order", "Mốc “\(later)” phải sau mốc “\(earlier)” (\(words)).",
            remedy: "Xem lại hai mốc; có thể nhầm ngày với tháng.")
    }

    static let resultsTooEarly = Fault(
        "out-of-order", "Kết quả được đăng trước khi ngày họp kết thúc.",
        remedy: "`published` phải sau ngày ghi ở `conference` trong dialogue.yaml.")

    static func resultsLate(_ due: CivilDate) -> Fault {
        .warning(
            "results-late", "Kết quả được đăng sau hạn trả lời (\(VietnameseDate.figures(due))).",
            remedy: "Xem lại `published`; nếu đúng là trễ thì nêu lý do trong báo cáo.")
    }

    static let reviewTooEarly = Fault(
        "out-of-order", "Ngày xem lại đứng trước ngày viết.", remedy: "Ghi một ngày sau đó, thường là một hoặc hai năm."
    )

    static func pastReview(_ day: CivilDate) -> Fault {
        .warning(
            "past-review", "Đã quá ngày xem lại (\(VietnameseDate.figures(day))).",
            remedy: "Xem nội dung còn đúng không, rồi ghi ngày `review` mới.")
    }

    static let authorityMissing = Fault(
        "authority-missing", "Chưa ghi cơ quan được hướng dẫn tới hoặc được báo cáo.",
        remedy: "Thêm dòng `authority: …` với mã ở authorities của content/site.yaml.")

    static let authorityWithoutReason = Fault(
        "authority-without-reason", "Câu trả lời trong thẩm quyền của Sở thì không ghi cơ quan khác.",
        remedy: "Bỏ `authority`, hoặc đổi `outcome` thành `guided` hay `escalated`.")

    static let noMatter = Fault(
        "no-matter", "Câu trả lời chưa gắn với nội dung nào.",
        remedy: "Thêm `matter: 2021-0020/1` (số vào sổ/nội dung), hoặc `illustration: true` nếu là ví dụ minh họa.")

    static let matterAndIllustration = Fault(
        "matter-and-illustration", "Một bài không thể vừa trả lời nội dung thật vừa là ví dụ minh họa.",
        remedy: "Giữ `matter` hoặc `illustration: true`, bỏ dòng kia.")

    static func notAMatter(_ text: String) -> Fault {
        Fault(
            "not-a-matter", "`\(text)` không phải số của một nội dung.",
            remedy: "Viết số vào sổ, dấu /, rồi thứ tự nội dung: 2021-0020/1.")
    }

    static func matterElsewhere(_ text: String) -> Fault {
        Fault(
            "matter-elsewhere", "Nội dung `\(text)` thuộc sổ khác với thư mục này.",
            remedy: "Chuyển tệp sang thư mục hoi-dap của đúng đợt, hoặc của phan-anh.")
    }

    static func matterAnsweredTwice(_ text: String, in other: String) -> Fault {
        Fault(
            "matter-answered-twice", "Nội dung `\(text)` đã có câu trả lời ở \(other).",
            remedy: "Gộp hai bài, hoặc sửa số nội dung.")
    }

    static func notYetInForce(_ reference: LegalReference) -> Fault {
        .warning(
            "not-yet-in-force",
            "Ngày trả lời đứng trước ngày \(reference.type) số \(reference.number) có hiệu lực "
                + "(\(VietnameseDate.figures(reference.from))).",
            remedy: "Xem lại căn cứ hoặc ngày trả lời.")
    }

    static func lapsed(_ reference: LegalReference, on day: CivilDate) -> Fault {
        .warning(
            "lapsed", "\(reference.type) số \(reference.number) hết hiệu lực từ \(VietnameseDate.figures(day)).",
            remedy: "Xem câu trả lời còn đúng không; nếu cần, viết lại theo văn bản thay thế.")
    }

    static func pageAddressTaken(_ path: String) -> Fault {
        Fault("address-taken", "Địa chỉ \(path) đã thuộc về một trang khác của cổng.", remedy: "Đổi tên tệp.")
    }
}
