import Foundation
import Testing

@testable import Intake

@Suite("Base64 in tokens") struct Base64URLTests {
    @Test(arguments: 0..<60)
    func `is Foundation's with two letters changed, there and back`(groups: Int) {
        let bytes = (0..<(groups * 3)).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ groups) }
        let text = Base64URL.encode(bytes)
        let plain = Data(bytes).base64EncodedString()
        #expect(text == plain.replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_"))
        #expect(Base64URL.decode(text) == bytes)
    }

    @Test(arguments: ["A", "AA", "AAA", "AAAAA", "AA==", "AA A", "AA+A", "AA/A", "AAÁ", "AAA\n"])
    func `of other letters or of parts of groups is none`(text: String) {
        #expect(Base64URL.decode(text) == nil)
    }
}
