import Cryptography
import Domain
import Testing

@testable import Intake

@Suite("A receipt whose code the office replaced") struct NewCodeTests {
    private let counter = Counter()
    private let checked: IntakeResponse
    private let first: IntakeResponse
    private let fresh = Code(secretBytes: [UInt8](0..<10))

    init() throws {
        checked = counter.check(Sample.person)
        counter.wait(10)
        first = counter.send(checked)
        let reference = try #require(counter.store.rows.first).reference
        counter.store.replaceCode(
            of: reference,
            hash: ReceiptSecrets.codeHash(
                reference: reference.symbols, code: fresh.symbols, key: counter.keys.code.current))
    }

    @Test func `resending the token shows the reference, says so, and shows neither code`() {
        let again = counter.send(checked)
        #expect(again.isReceipt)
        #expect(again.value(after: "Số biên nhận") == first.value(after: "Số biên nhận"))
        #expect(again.text.contains("Văn phòng Sở đã cấp mã tra cứu mới cho phiếu này."))
        #expect(!again.text.contains("<dt>Mã tra cứu") && !again.text.contains("chụp ảnh"))
        for code in [first.value(after: "Mã tra cứu"), fresh.grouped] { #expect(!again.text.contains(code)) }
        #expect(counter.store.rows.count == 1)
    }

    @Test func `the file says so too and shows neither code`() {
        let file = counter.post("/gui/bien-nhan.txt", first.hiddenInputs)
        #expect(file.status == 200)
        #expect(file.text.contains("Số biên nhận: \(first.value(after: "Số biên nhận"))\r\n"))
        #expect(file.text.contains("Mã tra cứu: Văn phòng Sở đã cấp mã mới, mã cũ không còn dùng được.\r\n"))
        for code in [first.value(after: "Mã tra cứu"), fresh.grouped] { #expect(!file.text.contains(code)) }
    }

    @Test func `only the new code opens the look-up`() {
        func lookUp(_ code: String) -> Int {
            counter.post("/gui/tra-cuu", [("so-bien-nhan", first.value(after: "Số biên nhận")), ("ma", code)]).status
        }
        #expect(lookUp(first.value(after: "Mã tra cứu")) == 404)
        #expect(lookUp(fresh.grouped) == 200)
    }
}
