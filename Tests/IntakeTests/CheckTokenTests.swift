import Cryptography
import Domain
import Foundation
import Testing

@testable import Intake

@Suite("The check page's token") struct CheckTokenTests {
    private let key = Sample.keys.token.current
    private let content = ContentDigest(bytes: Array(repeating: 7, count: 32))

    private func token(issued: Date = Counter.open, isTrapped: Bool = false) -> CheckToken {
        CheckToken(content: content, issued: issued, isTrapped: isTrapped, key: key)
    }

    @Test func `what is written is read back`() throws {
        let token = token(isTrapped: true)
        let text = token.text(key: key)
        #expect(text.utf8.count == 120)
        #expect(try CheckToken(text, keys: Sample.keys.token) == token)
    }

    @Test(arguments: 0..<120) func `no letter of it can be changed`(index: Int) {
        var letters = Array(token().text(key: key).utf8)
        letters[index] = letters[index] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
        let text = String(decoding: letters, as: UTF8.self)
        #expect(throws: CheckToken.Fault.self) { try CheckToken(text, keys: Sample.keys.token) }
    }

    @Test(arguments: [
        "", "A", String(repeating: "A", count: 120), String(repeating: "A", count: 119) + "=",
        String(repeating: "A", count: 121), String(repeating: "é", count: 60), "+/+/", "%00",
        String(repeating: "E", count: 4_000),
    ])
    func `other texts are no tokens`(text: String) {
        #expect(throws: CheckToken.Fault.self) { try CheckToken(text, keys: Sample.keys.token) }
    }

    @Test func `a token signed before a change of keys is still good, before two changes no more`() throws {
        let text = token().text(key: key)
        #expect(throws: Never.self) { try CheckToken(text, keys: Sample.keys(generation: 2, previous: 1).token) }
        #expect(throws: CheckToken.Fault.forged) {
            try CheckToken(text, keys: Sample.keys(generation: 3, previous: 2).token)
        }
    }

    @Test func `after a change of keys the receipt is the same`() {
        let before = Counter()
        let checked = before.check(Sample.person)
        before.wait(10)
        let receipt = before.send(checked)
        let after = Counter(keys: Sample.keys(generation: 2, previous: 1))
        after.wait(10)
        #expect(after.send(checked).value(after: "Mã tra cứu") == receipt.value(after: "Mã tra cứu"))
    }

    @Test(arguments: [(7_200, true), (7_201, false)])
    func `it may be sent for two hours`(seconds: Int, isTaken: Bool) {
        let counter = Counter()
        let checked = counter.check(Sample.person)
        counter.wait(seconds)
        let answer = counter.send(checked)
        #expect(answer.isReceipt == isTaken)
        if !isTaken {
            #expect(answer.status == 409 && answer.isCheckPage && answer.text.contains(Notice.expired))
            counter.wait(10)
            #expect(counter.send(answer).isReceipt)
        }
    }

    @Test func `a token of one form is worth nothing to another`() {
        let counter = Counter()
        let checked = counter.check(Sample.person)
        counter.wait(10)
        #expect(!counter.send(checked, form: Sample.feedback.id).isReceipt)
        #expect(counter.store.rows.isEmpty)
    }

    @Test func `two tokens in one form count as none`() {
        let counter = Counter()
        let checked = counter.check(Sample.person)
        counter.wait(10)
        let answer = counter.post("/gui/dang-ky-2021/gui", checked.hiddenInputs + [("ma-mot-lan", checked.token)])
        #expect(answer.status == 409 && counter.store.rows.isEmpty)
    }

    @Test func `the code is not in the token, and no two tokens give one code`() {
        let codes = (0..<200).map { _ in
            Code(secretBytes: ReceiptSecrets.codeBytes(token: token().random, key: Sample.keys.code.current)).symbols
        }
        #expect(Set(codes).count == codes.count)
    }
}
