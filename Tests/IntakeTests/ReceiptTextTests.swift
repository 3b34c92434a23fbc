import Domain
import Foundation
import Testing

@testable import Intake

@Suite("The receipt as a file") struct ReceiptTextTests {
    @Test func `it holds the two numbers of the page and what comes next`() {
        let counter = Counter()
        let checked = counter.check(Sample.person)
        counter.wait(10)
        let page = counter.send(checked)
        let file = counter.post("/gui/bien-nhan.txt", page.hiddenInputs)
        let reference = page.value(after: "Số biên nhận")
        #expect(file.status == 200 && file.header("Content-Type") == "text/plain; charset=utf-8")
        #expect(file.header("Content-Disposition") == "attachment; filename=\"bien-nhan-\(reference).txt\"")
        #expect(file.text.contains("Số biên nhận: \(reference)\r\n"))
        #expect(file.text.contains("Mã tra cứu: \(page.value(after: "Mã tra cứu"))\r\n"))
        #expect(file.text.contains("Nhận lúc: 9 giờ 00, thứ Tư ngày 10/11/2021\r\n"))
        #expect(file.text.contains("Chủ nhật 21/11/2021") && file.text.contains("14 giờ 00, thứ Sáu ngày 26/11/2021"))
        #expect(!file.text.contains("Nguyễn Văn Ví Dụ") && file.text == file.text.precomposedStringWithCanonicalMapping)
    }

    @Test func `a token of nothing stored and a false one give no receipt`() {
        let counter = Counter()
        let checked = counter.check(Sample.person)
        for token in [checked.token, "", "x", String(checked.token.reversed())] {
            #expect(counter.post("/gui/bien-nhan.txt", [("ma-mot-lan", token)]).status == 400)
        }
        #expect(counter.post("/gui/bien-nhan.txt", []).status == 400)
    }
}
