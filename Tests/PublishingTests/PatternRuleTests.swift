import Domain
import Foundation
import Publishing
import Testing

@Suite("The pattern rule") struct PatternRuleTests {
    static let rule = PatternRule(publicContacts: ["sokhcn@backan.gov.vn", "0209 3870 123"])

    static func kinds(_ text: String) -> [PatternRule.Kind] { rule.findings(in: Data(text.utf8)).map(\.kind) }

    @Test(arguments: [
        "gọi 0912345678 nhé", "ĐT: 0912 345 678.", "0912.345.678", "0912-345-678", "(0912) 345 678",
        "+84912345678", "+84 912 345 678", "+84 (0) 912 345 678", "0084 912 345 678", "84912345678", "09 12 34 56 78",
        "0912 34 56 78", "sđt0912345678", "<td>0388123456</td>", "0912\u{A0}345\u{A0}678", "0209 3871 999",
        "ngày 15 0912 345 678", "từ 2021 0912 345 678", "{\"phone\":\"0912345678\"}", "tel:+84912345678",
        "091 234 5678", "0209.3871.999",
    ])
    func `a telephone number is found in every usual way of writing`(text: String) {
        #expect(Self.kinds(text) == [.telephone])
    }

    @Test(arguments: [
        "nguyenvana@gmail.com", "mailto:a.b+c@vidu.vn", "viết tới x_y@mail.vidu.com.vn.", "a%40vidu.vn",
        "<a href=\"mailto:An@Vidu.VN\">",
    ])
    func `an e-mail address is found`(text: String) {
        #expect(Self.kinds(text) == [.email])
    }

    @Test(arguments: [
        "CCCD 001234567890", "CMND: 095123456", "số 123456789", "001 234 567 890", "095 123 456", "006-090-123-456",
    ])
    func `an identity number of nine or twelve digits is found`(text: String) {
        #expect(Self.kinds(text) == [.identity])
    }

    @Test(arguments: [
        "sokhcn@backan.gov.vn", "SOKHCN@backan.gov.vn", "mailto:sokhcn@backan.gov.vn", "0209 3870 123",
        "+84 209 3870 123",
    ])
    func `what the agency publishes as its own may stand`(text: String) {
        #expect(Self.kinds(text) == [])
    }

    @Test(arguments: [
        "", "2021-0020/1", "20/11/2021", "03 11 2021 08 giờ", "05-11-2021", "2021-11-20T17:30:00+07:00", "4.000",
        "250.000.000 đồng", "1.250.000.000 đồng", "42/QĐ-UBND", "50/2005/QH11", "04/KH-SKHCN", "17 giờ 30",
        "20211126T070000Z", "@media (min-width: 40rem)", "@@", "a@b", "dt@", "@vidu.vn", "893 mã vạch",
        "8934563138165", "1900 2021", "4700123456", "viewBox=\"0 0 24 24\"", "M0 3 1 2 4 5 6 7 8 9", "65,1%",
        "c07d5e1b8a94f2360b7ec5d8f1a2634907be58dc3a1f0912345678a6f0c2d91b7", "dt.1a2b3c4d.css", "1636074000",
    ])
    func `digests, dates, amounts and document numbers are left alone`(text: String) {
        #expect(Self.kinds(text) == [])
    }

    @Test func `a finding names file and line, and covers what it found`() throws {
        let file = ReleasedFile(
            path: "site/trang/index.html", text: "một\nhai 0912345678\nba nguyenvana@vidu.vn",
            source: "content/trang/a.md")
        let problems = Self.rule.check(file)
        #expect(problems.map(\.rule) == ["personal-telephone", "personal-email"])
        let first = try #require(problems.first)
        #expect(first.position.file == "content/trang/a.md")
        #expect(first.problem.contains("dòng 2") && first.problem.contains("09******78"))
        #expect(problems.allSatisfy { !"\($0)".contains("0912345678") && !"\($0)".contains("nguyenvana@") })
    }

    @Test func `the words of a document and the name of a file are read too`() {
        let document = ReleasedFile(path: "site/tai-ve/a.pdf", bytes: Data([0]), words: "gọi 0912345678")
        #expect(Self.rule.check(document).count == 1)
        #expect(Self.rule.check(ReleasedFile(path: "site/0912345678/index.html", text: "")).count == 1)
    }

    @Test func `a registration in the department's own words and contacts stops nothing`() {
        let text = "Sở Khoa học và Công nghệ, Thông báo, Bắc Kạn, 0209 3870 123, sokhcn@backan.gov.vn"
        #expect(Self.kinds(text).isEmpty)
    }

    @Test func `a megabyte is read in a moment`() {
        let text = String(repeating: "Văn phòng Sở nhận phiếu đến 17 giờ 30 ngày 20/11/2021. ", count: 16_000)
        let clock = ContinuousClock()
        let time = clock.measure { #expect(Self.kinds(text).isEmpty) }
        // Some 0.2 s alone in a debug build; the rest is for a machine that runs everything else beside it.
        #expect(time < .seconds(5))
    }
}
