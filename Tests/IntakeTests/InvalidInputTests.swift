import Domain
import Foundation
import Testing

@testable import Intake

/// A field, what is sent in it, and words of the sentence beside it.
struct InvalidInput: Sendable, CustomTestStringConvertible {
    let field: String
    let value: String
    let words: String

    init(_ field: String, _ value: String, _ words: String) {
        self.field = field
        self.value = value
        self.words = words
    }

    var testDescription: String { "\(field): \(value.debugDescription.prefix(40))" }

    static let all: [InvalidInput] = [
        .init("khieu-nai", "", "Hãy cho biết đây có phải là khiếu nại"),
        .init("khieu-nai", "maybe", "một trong các mục"), .init("khieu-nai", "KHONG", "một trong các mục"),
        .init("khieu-nai", "khong khong", "một trong các mục"),
        .init("loai", "", "Hãy chọn tư cách"), .init("loai", "cong-ty", "một trong các mục"),
        .init("loai", "1", "một trong các mục"), .init("loai", "'); DROP TABLE registration;--", "Hãy"),
        .init("ho-ten", "", "Hãy nhập họ và tên"), .init("ho-ten", "   ", "Hãy nhập họ và tên"),
        .init("ho-ten", "\t\u{A0}\u{200B}", "Hãy nhập họ và tên"), .init("ho-ten", "A", "đầy đủ họ và tên"),
        .init("ho-ten", String(repeating: "An", count: 51), "rút bớt 2 ký tự"),
        .init("ho-ten", String(repeating: "e\u{302}\u{301}", count: 101), "rút bớt 1 ký tự"),
        .init("ho-ten", "Nguyễn Văn 😀", "chữ cái"), .init("ho-ten", "Nguyễn Văn 1", "chữ cái"),
        .init("ho-ten", "Nguyễn\u{0}Văn", "ký tự ẩn"), .init("ho-ten", "\u{202E}Nguyễn Văn", "ký tự ẩn"),
        .init("ho-ten", "Nguyễn\u{7}Văn", "ký tự ẩn"), .init("ho-ten", "Nguyễn\u{200F}Văn", "ký tự ẩn"),
        .init("ho-ten", String(repeating: "x", count: 10_240), "rút bớt 10.140 ký tự"),
        .init("ho-ten", "<script>alert(1)</script>", "chữ cái"), .init("ho-ten", "{{ho-ten}}", "chữ cái"),
        .init("ho-ten", "=1+1", "chữ cái"), .init("ho-ten", "👨‍👩‍👧", "chữ cái"),
        .init("to-chuc", "", "Hãy nhập tên"), .init("to-chuc", "X", "ít nhất 2"),
        .init("to-chuc", String(repeating: "Y", count: 201), "rút bớt 1 ký tự"),
        .init("to-chuc", "HTX\u{2066}Mẫu", "ký tự ẩn"), .init("to-chuc", "\u{FFFF}HTX Mẫu", "ký tự ẩn"),
        .init("chuc-vu", "", "Hãy nhập chức vụ"), .init("chuc-vu", "Z", "ít nhất 2"),
        .init("chuc-vu", String(repeating: "Z", count: 101), "rút bớt 1 ký tự"),
        .init("dien-thoai", "0912 345 67", "thiếu 1 chữ số"), .init("dien-thoai", "0912 345 6789", "thừa 1 chữ số"),
        .init("dien-thoai", "không có", "chỉ gồm chữ số"), .init("dien-thoai", "912345678", "bắt đầu bằng số 0"),
        .init("dien-thoai", "0512345678", "Đầu số 051"), .init("dien-thoai", "01234567890", "2018"),
        .init("dien-thoai", "0209 3870 12", "thiếu 1 chữ số"), .init("dien-thoai", "1900 1", "8 đến 10"),
        .init("dien-thoai", "0912345678;0912345679", "chỉ gồm chữ số"), .init("dien-thoai", "+", "chỉ gồm chữ số"),
        .init("dien-thoai", String(repeating: "0", count: 31), "rút bớt 1 ký tự"),
        .init("dien-thoai", "٠٩١٢٣٤٥٦٧٨", "chỉ gồm chữ số"),
        .init("thu", "khong-phai-thu", "thiếu dấu @"), .init("thu", "a@b@example.vn", "chỉ được có một dấu @"),
        .init("thu", "@example.vn", "trước dấu @"), .init("thu", "tên@example.vn", "trước dấu @"),
        .init("thu", "ten@example", "sau dấu @"), .init("thu", "ten@-example.vn", "sau dấu @"),
        .init("thu", "ten@example.vn\r\nBcc: a@example.vn", "dấu @"), .init("thu", "ten @example.vn", "trước dấu @"),
        .init("thu", String(repeating: "a", count: 250) + "@example.vn", "rút bớt"),
        .init("dia-chi", "", "Hãy nhập địa chỉ"), .init("dia-chi", "Xã", "ít nhất 5"),
        .init("dia-chi", String(repeating: "Đ", count: 301), "rút bớt 1 ký tự"),
        .init("dia-chi", "Thôn\u{0}Mẫu, xã Thí Dụ", "ký tự ẩn"),
        .init("linh-vuc", "", "Hãy chọn một lĩnh vực"), .init("linh-vuc", "nong-nghiep", "một trong các mục"),
        .init("linh-vuc", "../../etc/passwd", "một trong các mục"),
        .init("phan-1", String(repeating: "d", count: 4_001), "rút bớt 1 ký tự"),
        .init("phan-1", String(repeating: "Sở cho hỏi về cân. ", count: 540), "rút bớt"),
        .init("phan-1", "Câu hỏi\u{202E} về cân", "ký tự ẩn"), .init("phan-1", "Câu\u{1B}[31m hỏi", "ký tự ẩn"),
        .init("phan-2", String(repeating: "e", count: 4_001), "rút bớt 1 ký tự"),
        .init("phan-2", "Chờ\u{1}lâu", "ký tự ẩn"), .init("du", "", "Hãy cho biết"),
        .init("du", "co-the", "một trong các mục"),
    ]
}

@Suite("Inputs that cannot be taken") struct InvalidInputTests {
    @Test(arguments: InvalidInput.all)
    func `a fault is named in the summary and beside its field, and nothing is stored`(input: InvalidInput) {
        let counter = Counter()
        let answer = counter.check(Sample.cooperative.merging([input.field: input.value]) { _, new in new })
        #expect(answer.status == 422)
        #expect(answer.title.hasPrefix("Lỗi: "))
        let beside = answer.error(beside: input.field)
        #expect(beside.contains(input.words), "beside \(input.field): \(beside)")
        #expect(answer.text.unescaped.components(separatedBy: beside).count >= 3, "same words in summary and field")
        #expect(!answer.text.contains("<script>alert") && answer.token.isEmpty)
        for kept in ["ho-ten", "dia-chi", "phan-2"] where kept != input.field {
            let value = VietnameseText.clean(Sample.cooperative[kept] ?? "", multiline: true).text
            #expect(answer.text.contains(value), "\(kept) is lost")
        }
        #expect(counter.store.rows.isEmpty)
    }

    @Test func `one of two parts and one of two ways to answer are demanded`() {
        let counter = Counter()
        var answers = Sample.person
        answers["dien-thoai"] = ""
        answers["phan-1"] = " \n "
        let answer = counter.check(answers)
        #expect(answer.status == 422)
        #expect(answer.error(beside: "dien-thoai").contains("điện thoại hoặc thư điện tử"))
        #expect(answer.error(beside: "phan-1").contains("phần 1 hoặc phần 2"))
    }

    @Test(arguments: ["ho-ten", "loai", "phan-1", "dien-thoai"])
    func `a field sent twice is refused`(field: String) {
        let counter = Counter()
        let pairs = Sample.cooperative.map { ($0.key, $0.value) } + [(field, Sample.cooperative[field] ?? "")]
        let answer = counter.post("/gui/dang-ky-2021", pairs)
        #expect(answer.status == 422 && answer.error(beside: field).contains("gửi hai lần"))
    }

    @Test(arguments: ["state", "assigned_to", "published", "ho_ten", "", "__proto__", "x", "ho-ten[]"])
    func `a field of no form is refused and not repeated`(name: String) {
        let counter = Counter()
        let answer = counter.check(Sample.person.merging([name: "canary-value"]) { _, new in new })
        #expect(answer.status == 422 && answer.text.contains("ô không thuộc mẫu này"))
        #expect(!answer.text.contains("canary-value"))
    }

    @Test func `every field missing gives one page that names them all`() {
        let counter = Counter()
        let answer = counter.check([:])
        #expect(answer.status == 422)
        for field in Sample.form.fields where field.required == .always {
            #expect(answer.error(beside: field.name) == field.missing)
        }
    }

    @Test func `letters in two parts are stored as one`() {
        let counter = Counter()
        let checked = counter.check(
            Sample.person.merging(["ho-ten": "Nguye\u{302}\u{303}n Va\u{306}n Vi\u{301} Du\u{323}"]) { _, new in new })
        counter.wait(10)
        counter.send(checked)
        #expect(counter.store.rows.first.map { Array($0.answers["ho-ten"].utf8) } == Array("Nguyễn Văn Ví Dụ".utf8))
    }

    @Test func `hostile text that is no fault is kept word for word and shown as text`() {
        let counter = Counter()
        let text = "'); DROP TABLE registration;-- <img src=x onerror=alert(1)> {{code}} [a](javascript:1) =cmd|' /C"
        let checked = counter.check(Sample.person.merging(["phan-1": text]) { _, new in new })
        #expect(checked.isCheckPage && !checked.text.contains("<img src=x"))
        counter.wait(10)
        #expect(counter.send(checked).isReceipt)
        #expect(counter.store.rows.first?.answers["phan-1"] == text)
    }
}
