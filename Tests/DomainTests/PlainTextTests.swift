import Foundation
import Testing

@testable import Domain

@Suite("Text on the short way") struct PlainTextTests {
    /// What forms hold, and what makes the short way give up.
    private static let plain = Array(" \n\t\r\u{A0}aZ09.,:;-\"'()/đĐảẫệửỵơƯăâêôýỲ–—…“”•".unicodeScalars)
    private static let odd = Array(
        "\u{301}\u{300}\u{323}ÐðeoE\u{200B}\u{202E}\u{0}\u{7F}\u{2028}日한\u{1F600}\u{212B}\u{37E}".unicodeScalars)

    private static func text(_ seed: UInt64, from scalars: [Unicode.Scalar], count: Int = 60) -> String {
        var random = SeededGenerator(seed: seed)
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...count, using: &random) {
            if let scalar = scalars.randomElement(using: &random) { text.append(scalar) }
        }
        return String(text)
    }

    @Test(arguments: UInt64(0)..<300, [false, true])
    func `gives what the long way gives`(seed: UInt64, multiline: Bool) {
        // A small pool of signs, so that spaces and line ends meet often.
        let pool = seed.isMultiple(of: 2) ? Array(Self.plain.prefix(7)) : Self.plain
        let typed = Self.text(seed, from: pool)
        let long = VietnameseText.cleanedByUnicode(typed, multiline: multiline)
        let short = VietnameseText.cleanedPlain(typed, multiline: multiline)
        #expect(short.map { Array($0.utf8) } == Array(long.text.utf8))
        #expect(!long.hadForbidden)
    }

    @Test(arguments: UInt64(0)..<300, [false, true])
    func `is left where something has to be composed, mended or noticed`(seed: UInt64, multiline: Bool) {
        let typed = Self.text(seed, from: Self.plain + Self.odd)
        let long = VietnameseText.cleanedByUnicode(typed, multiline: multiline)
        let whole = VietnameseText.clean(typed, multiline: multiline)
        #expect(Array(whole.text.utf8) == Array(long.text.utf8) && whole.hadForbidden == long.hadForbidden)
    }

    @Test func `every character it takes is its own composed form and stands alone`() {
        for value in UInt32(0x80)...0xFFFF {
            guard let scalar = Unicode.Scalar(value), scalar != "\u{A0}" else { continue }
            let text = String(scalar)
            guard VietnameseText.cleanedPlain(text, multiline: true) != nil else { continue }
            #expect(Array(text.precomposedStringWithCanonicalMapping.utf8) == Array(text.utf8))
            #expect(scalar.properties.canonicalCombiningClass == .notReordered)
            #expect(!VietnameseText.cleanedByUnicode(text, multiline: true).hadForbidden)
        }
    }

    @Test func `takes the letters of Vietnamese`() {
        let text = "Thôn Nà Mẫu, xã Bằng Phúc; “Đề nghị” – hồ sơ gồm những gì?\nƯỚC NGUYỆN ở Ỷ Lan…"
        #expect(VietnameseText.cleanedPlain(text, multiline: true) == text)
    }
}
