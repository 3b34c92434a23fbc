import Domain
import Foundation
import Testing

@testable import Intake

@Suite("A clock that was set back") struct ClockTests {
    @Test(arguments: [-1, -60, -3_600, -7_200])
    func `a check page from the time before is still taken, and nobody is thought to be a program`(seconds: Int) {
        let counter = Counter()
        let checked = counter.check(Sample.person)
        counter.wait(seconds)
        #expect(counter.send(checked).isReceipt)
        #expect(counter.store.rows.map(\.quarantine) == [nil])
        #expect(counter.store.rows.map(\.receivedAt) == [counter.now])
        counter.wait(-seconds)
        #expect(counter.send(checked).isReceipt)
        #expect(counter.store.rows.count == 1)
    }

    @Test func `a token from more than two hours ahead leads back to the check page`() {
        let counter = Counter()
        let checked = counter.check(Sample.person)
        counter.wait(-7_201)
        let again = counter.send(checked)
        #expect(again.status == 409 && again.isCheckPage && counter.store.rows.isEmpty)
        counter.wait(10)
        #expect(counter.send(again).isReceipt)
    }

    @Test func `set back over the opening, the form says when it opens and keeps what was typed`() {
        let counter = Counter(at: Sample.dialogue.schedule.opens.addingTimeInterval(10))
        let checked = counter.check(Sample.person)
        counter.wait(-60)
        let early = counter.send(checked)
        #expect(early.status == 403 && early.text.contains("Cân ở chợ bao lâu kiểm định?"))
        counter.wait(120)
        #expect(counter.send(checked).isReceipt)
    }
}
