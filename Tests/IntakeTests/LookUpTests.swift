import Domain
import Foundation
import Testing

@testable import Intake

@Suite("Looking up a registration") struct LookUpTests {
    /// A registration that was sent, with the two numbers of its receipt.
    private func sent(_ counter: Counter) -> (reference: String, code: String) {
        let checked = counter.check(Sample.person)
        counter.wait(10)
        let receipt = counter.send(checked)
        return (receipt.value(after: "Số biên nhận"), receipt.value(after: "Mã tra cứu"))
    }

    private func lookUp(_ counter: Counter, _ reference: String, _ code: String) -> IntakeResponse {
        counter.post("/gui/tra-cuu", [("so-bien-nhan", reference), ("ma", code)])
    }

    @Test func `the two numbers of a receipt open its status, however they are typed`() {
        let counter = Counter()
        let (reference, code) = sent(counter)
        for typed in [
            (reference, code), (reference.lowercased(), code.lowercased()), (" \(reference) ", code),
            (reference.replacing("-", with: ""), code.replacing("-", with: " ")),
        ] {
            let answer = lookUp(counter, typed.0, typed.1)
            #expect(answer.status == 200 && answer.text.contains("Phiếu \(reference)"))
            #expect(answer.text.contains("đang kiểm tra phiếu này trước khi đưa vào sổ"))
            #expect(!answer.text.contains(code) && !answer.text.contains("Nguyễn Văn Ví Dụ"))
        }
    }

    @Test func `it shows each matter with its outcome and the way to its answer`() throws {
        let counter = Counter(
            snapshot: Sample.snapshot(Sample.form, answers: ["2021-0001/1": "/doi-thoai/2021/hoi-dap/can/"]))
        let (reference, code) = sent(counter)
        let number = RegisterNumber(series: Series(id: "2021"), number: 1)
        counter.store.show(
            RegistrationStatus(
                number: number, series: number.series, channel: .portal, receivedAt: Counter.open, isLate: false,
                refusedAt: nil,
                matters: [
                    .init(
                        position: 1, subject: "tdc", division: "chi-cuc-tdc", outcome: .answered,
                        outcomeAt: Counter.open),
                    .init(position: 2, subject: "chua-ro", division: nil, outcome: nil, outcomeAt: nil),
                ]), for: try #require(Reference(reference)))
        let answer = lookUp(counter, reference, code)
        #expect(answer.text.contains("Phiếu 2021-0001") && answer.text.contains("Đã trả lời"))
        #expect(answer.text.contains("href=\"/doi-thoai/2021/hoi-dap/can/\"") && answer.text.contains("Đang xử lý"))
    }

    @Test func `every failure is the same page`() {
        let counter = Counter()
        let (reference, code) = sent(counter)
        let other = String(code.dropLast()) + (code.hasSuffix("2") ? "3" : "2")
        func page(_ reference: String, _ code: String) -> String {
            let answer = lookUp(counter, reference, code)
            #expect(answer.status == 404 && !answer.text.contains(code))
            return answer.text.replacing(reference, with: "SỐ")
        }
        let wrongCode = page(reference, other)
        #expect(wrongCode == page("2222-2222", code))
        #expect(wrongCode == page("0000-OOOO", other))
        #expect(wrongCode == page(reference, "ngắn"))
        let repeated = counter.post(
            "/gui/tra-cuu", [("so-bien-nhan", reference), ("ma", code), ("ma", code)])
        #expect(repeated.status == 404)
    }

    @Test func `after many failures of a network even the right numbers give that page, for a while`() {
        var settings = IntakeSettings()
        settings.lookups = .init(burst: 5, perMinute: 6)
        let counter = Counter(settings: settings)
        let (reference, code) = sent(counter)
        let failure = (0..<5).map { _ in lookUp(counter, reference, "2222222222").text }.last
        let refused = lookUp(counter, reference, code)
        #expect(refused.status == 404 && refused.text == failure)
        counter.wait(60)
        #expect(lookUp(counter, reference, code).status == 200)
    }

    @Test func `looking up with the right numbers is never limited`() {
        let counter = Counter()
        let (reference, code) = sent(counter)
        #expect((0..<200).allSatisfy { _ in lookUp(counter, reference, code).status == 200 })
    }

    @Test func `a reference too long to be one is not repeated`() {
        let answer = lookUp(Counter(), String(repeating: "A", count: 31), "x")
        #expect(answer.status == 404 && !answer.text.contains("AAAA"))
    }

    @Test func `a code given before a change of keys still opens`() {
        let before = Counter()
        let checked = before.check(Sample.person)
        let after = Counter(keys: Sample.keys(generation: 2, previous: 1))
        after.wait(10)
        let receipt = after.send(checked)
        let answer = lookUp(after, receipt.value(after: "Số biên nhận"), receipt.value(after: "Mã tra cứu"))
        #expect(answer.status == 200)
    }

    @Test func `a store that fails says that it failed`() {
        let counter = Counter()
        counter.store.failure = 5
        #expect(lookUp(counter, "7K3M-92TX", "K7MT4-WPX9C").status == 503)
    }
}
