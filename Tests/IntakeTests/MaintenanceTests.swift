import Domain
import Testing

@testable import Intake

@Suite("A pause the operator asked for") struct MaintenanceTests {
    @Test func `nothing is taken, typed text comes back, and afterwards the same page is sent`() {
        let counter = Counter()
        let checked = counter.check(Sample.person)
        counter.wait(10)
        counter.isInMaintenance = true
        for answer in [counter.check(Sample.person), counter.send(checked)] {
            #expect(answer.status == 503 && answer.title.hasPrefix("Cổng đang bảo trì"))
            #expect(answer.text.contains("Cân ở chợ bao lâu kiểm định?"))
            #expect(answer.text.contains("sokhcn@backan.gov.vn") && answer.header("Retry-After") == "300")
        }
        #expect(counter.store.rows.isEmpty && counter.log.entries.isEmpty)
        counter.isInMaintenance = false
        #expect(counter.send(checked).isReceipt)
    }

    @Test(arguments: ["/gui/tra-cuu", "/gui/bien-nhan.txt"])
    func `what reads the register waits too`(path: String) {
        let counter = Counter()
        counter.isInMaintenance = true
        let answer = counter.post(path, [("so-bien-nhan", "AAAA-AAAA"), ("ma", "AAAAA-AAAAA")])
        #expect(answer.status == 503 && !answer.text.contains("Lần gửi vừa rồi"))
    }
}
