import Domain
import Foundation
import Testing

@testable import Intake

@Suite("The closing second") struct ClosingTests {
    private static let opens = Sample.dialogue.schedule.opens
    private static let closes = Counter.closes

    @Test func `the edition closes at 17:30:00 of 20 November in Vietnam`() {
        #expect(VietnameseDate.machine(Self.closes) == "2021-11-20T17:30:00+07:00")
    }

    @Test(arguments: [
        (opens.addingTimeInterval(-1), 403), (opens, 200), (closes.addingTimeInterval(-1), 200), (closes, 200),
        (closes.addingTimeInterval(0.999), 200), (closes.addingTimeInterval(1), 410),
        (closes.addingTimeInterval(86_400 * 30), 410),
    ])
    func `a form is checked from the opening to the closing second, both included`(now: Date, status: Int) {
        let counter = Counter(at: now)
        let answer = counter.check(Sample.person)
        #expect(answer.status == status)
        #expect(answer.isCheckPage == (status == 200))
        // What was typed comes back in every case.
        #expect(answer.text.contains("Cân ở chợ bao lâu kiểm định?"))
    }

    @Test(arguments: [
        (-60, 0, true), (-60, 1, true), (0, 1, true), (0, 1_800, true), (0, 1_801, false), (-60, 1_800, true),
        (-60, 1_801, false), (-7_000, 10, true),
    ])
    func `a check page issued while open is sent for thirty minutes more and counts as on time`(
        issued: Int, sent: Int, isTaken: Bool
    ) {
        let counter = Counter(at: Self.closes.addingTimeInterval(TimeInterval(issued)))
        let checked = counter.check(Sample.person)
        counter.now = Self.closes.addingTimeInterval(TimeInterval(sent))
        let answer = counter.send(checked)
        #expect(answer.isReceipt == isTaken)
        #expect(counter.store.rows.count == (isTaken ? 1 : 0))
        if isTaken {
            #expect(counter.store.rows.first?.isLate == false)
            #expect(counter.store.rows.first?.receivedAt == counter.now)
        } else {
            #expect(answer.status == 410 && answer.text.contains("Đã hết hạn nhận phiếu"))
            #expect(answer.text.contains("Cân ở chợ bao lâu kiểm định?"))
            #expect(answer.text.contains("/phan-anh/") && answer.text.contains("sokhcn@backan.gov.vn"))
        }
    }

    @Test func `the thirty minutes end where the token's own time ends, if that is sooner`() {
        let counter = Counter(at: Self.closes.addingTimeInterval(-6_000))
        let checked = counter.check(Sample.person)
        counter.now = Self.closes.addingTimeInterval(1_300)
        let answer = counter.send(checked)
        #expect(!answer.isReceipt && counter.store.rows.isEmpty)
        #expect(answer.text.contains("Cân ở chợ bao lâu kiểm định?"))
    }

    @Test func `changed content after closing is late`() {
        let counter = Counter(at: Self.closes)
        let checked = counter.check(Sample.person)
        counter.wait(60)
        let answer = counter.send(checked, changing: ["phan-1": "Câu khác?"])
        #expect(answer.status == 410 && answer.text.contains("Câu khác?"))
        #expect(counter.store.rows.isEmpty)
    }

    @Test func `the button back after closing keeps the page that can still be sent`() {
        let counter = Counter(at: Self.closes)
        let checked = counter.check(Sample.person)
        counter.wait(60)
        let kept = counter.send(checked, changing: ["sua": "phan-1"])
        #expect(kept.isCheckPage && kept.token == checked.token)
        #expect(kept.text.contains("18\u{A0}giờ\u{A0}00") && kept.text.contains(Notice.tooLateToMend))
        #expect(counter.send(kept).isReceipt)
    }

    @Test func `what was stored in time shows its receipt also after closing`() {
        let counter = Counter(at: Self.closes)
        let checked = counter.check(Sample.person)
        counter.wait(10)
        let receipt = counter.send(checked)
        counter.wait(86_400)
        let again = counter.send(checked)
        #expect(again.isReceipt)
        #expect(again.value(after: "Mã tra cứu") == receipt.value(after: "Mã tra cứu"))
    }
}
