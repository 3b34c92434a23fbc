import Domain
import Testing

@testable import Intake

@Suite("Quarantine") struct QuarantineTests {
    @Test(arguments: [(0, Quarantine.tooFast), (2, .tooFast), (3, nil), (60, nil)])
    func `what is sent sooner than a person reads is stored apart, with a receipt as usual`(
        seconds: Int, quarantine: Quarantine?
    ) {
        let counter = Counter()
        let checked = counter.check(Sample.person)
        counter.wait(seconds)
        #expect(counter.send(checked).isReceipt)
        #expect(counter.store.rows.map(\.quarantine) == [quarantine])
    }

    @Test func `a field no person sees, filled in at the form, is remembered by the token`() {
        let counter = Counter()
        let checked = counter.check(
            Sample.person.merging([FormControl.honeypot: "https://example.com"]) { _, new in new })
        #expect(checked.isCheckPage)
        counter.wait(60)
        #expect(counter.send(checked).isReceipt)
        #expect(counter.store.rows.map(\.quarantine) == [.honeypot])
    }

    @Test func `the same field filled in at sending counts too`() {
        let counter = Counter()
        let checked = counter.check(Sample.person)
        counter.wait(60)
        #expect(counter.send(checked, changing: [FormControl.honeypot: "x"]).isReceipt)
        #expect(counter.store.rows.map(\.quarantine) == [.honeypot])
    }
}
