import Foundation
import Testing

@testable import Content

@Suite("Text that is plain at a glance") struct PlainTextTests {
    private static let plain: [Unicode.Scalar] = (0..<UInt32(0x3_0000)).compactMap(Unicode.Scalar.init)
        .filter { PlainText.holds(Array(String($0).utf8)) }

    @Test func `no plain character is a fault, alone or beside another`() {
        #expect(Self.plain.count > 900)
        var chance = Chance(state: 1)
        for _ in 0..<3 {
            var text = String.UnicodeScalarView()
            text.append(contentsOf: Self.plain.shuffled(using: &chance))
            let bytes = Array(String(text).utf8)
            #expect(PlainText.holds(bytes))
            let inspection = Inspection()
            let source = SourceFile(path: "content/x", bytes: bytes, inspection: inspection)
            // The longer way, of which this is the short cut.
            let composed = String(text).precomposedStringWithCanonicalMapping
            #expect(Array(composed.utf8) == bytes && Array(source.text.utf8) == bytes)
            #expect(DecodedText(bytes + [13]).faults.map(\.fault.rule) == ["line-ends"])
        }
    }

    @Test(arguments: ["Ủy ban nhân dân tỉnh – “ngoặc”…", "ĐƯỜNG đường", "10 m² ≤ 5 ₫ → «x»", "", "\n\t"])
    func `Vietnamese as it is typed is plain`(text: String) { #expect(PlainText.holds(Array(text.utf8))) }

    @Test(arguments: [
        "\u{300}", "a\u{301}", "\u{AD}", "\u{D0}", "\u{2028}", "\u{200B}", "\u{202E}", "\r", "\u{0}", "\u{85}",
    ])
    func `what needs a closer look is not`(text: String) { #expect(!PlainText.holds(Array(text.utf8))) }

    @Test func `bytes cut short are not`() {
        #expect(!PlainText.holds([0xC3]) && !PlainText.holds([0xE2, 0x80]))
    }
}
