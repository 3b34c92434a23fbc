import Foundation
import Testing

@Suite("What the command line says of its own use") struct UsageTests {
    private let office: RehearsedOffice

    init() throws { office = try RehearsedOffice(asOf: "2021-11-22T09:00") }

    @Test func `help is in Vietnamese from top to bottom`() throws {
        let help = try office.done("register", "list", "--help").output
        for word in ["CÁCH DÙNG:", "TÙY CHỌN:", "In phần hướng dẫn này."] { #expect(help.contains(word)) }
        for word in ["OVERVIEW", "USAGE", "OPTIONS", "Show", "default"] { #expect(!help.contains(word), "\(word)") }
        #expect(try office.done("--help").output.contains("CÁC LỆNH:"))
    }

    @Test(arguments: [
        (["register", "show"], "Thiếu '<name>'."),
        (["register", "outcome", "2021-0001/1"], "Thiếu '--kind <kind>'."),
        (["register", "list", "--series"], "Thiếu giá trị của '--series <series>'."),
        (["register", "list", "2021"], "Không dùng được '2021' ở đây."),
        (["register", "list", "--opn"], "Không có tùy chọn '--opn'. Có phải là '--open'?"),
    ])
    func `a wrong use is answered in Vietnamese`(words: [String], said: String) throws {
        let answer = try office.refused(words, status: 2)
        #expect(answer.contains("Lỗi: " + said) && answer.contains("Cách dùng: "), "\(answer)")
    }
}
