import Domain
import Foundation
import Testing

@Suite("Vietnamese text") struct VietnameseTextTests {
    @Test func `is stored in NFC whatever form was typed`() {
        let typed = "Thủ tục hành chính".decomposedStringWithCanonicalMapping
        let cleaned = VietnameseText.clean(typed, multiline: false)
        #expect(Array(cleaned.text.utf8) == Array("Thủ tục hành chính".utf8))
        #expect(!cleaned.hadForbidden)
    }

    @Test(arguments: [
        ("\u{D0}ường", "Đường"), ("\u{F0}i", "đi"), ("a\u{A0}b", "a b"), ("a\u{200B}b", "ab"), ("  a   b  ", "a b"),
        ("a\tb", "a b"), ("a\nb", "a b"),
    ])
    func `loses look-alikes and stray space in a line`(typed: String, clean: String) {
        #expect(VietnameseText.clean(typed, multiline: false).text == clean)
    }

    @Test(arguments: [
        "a\u{0}b", "a\u{1B}b", "a\u{202E}b", "a\u{2066}b", "a\u{7F}b", "a\u{85}b", "a\u{9B}b", "a\u{61C}b",
        "a\u{206A}b", "a\u{FFF9}b", "a\u{E0041}b",
    ])
    func `with control characters or direction overrides is noticed`(typed: String) {
        let cleaned = VietnameseText.clean(typed, multiline: true)
        #expect(cleaned.hadForbidden)
        #expect(cleaned.text == "ab")
    }

    @Test func `knows the line ends of Unicode, which would start a line of their own elsewhere`() {
        #expect(VietnameseText.clean("a\u{2028}b\u{2029}c", multiline: false).text == "a b c")
        #expect(VietnameseText.clean("a\u{2028}b\u{2029}c", multiline: true).text == "a\nb\nc")
    }

    @Test func `keeps line ends and single empty lines in a text`() {
        let typed = "\r\n Một \r\n\r\n\r\n\r\nHai\rBa\n\n"
        #expect(VietnameseText.clean(typed, multiline: true).text == "Một\n\nHai\nBa")
    }

    @Test(arguments: [
        ("Đối thoại thuế 2025", "doi-thoai-thue-2025"), ("  Hỏi – đáp: ", "hoi-dap"), ("ỨNG DỤNG", "ung-dung"),
        ("hòa hoà", "hoa-hoa"),
    ])
    func `becomes an ASCII slug`(text: String, slug: String) {
        #expect(VietnameseText.slug(text) == slug)
        #expect(VietnameseText.slug(text.decomposedStringWithCanonicalMapping) == slug)
    }

    @Test(arguments: 0..<200)
    func `cleaning twice changes nothing more`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let alphabet: [Unicode.Scalar] = [
            "a", "ế", "e", "\u{302}", "\u{301}", "đ", "\u{D0}", " ", "\n", "\r", "\t", "\u{200B}", "\u{202E}", "\u{0}",
            "😀", "\u{A0}", "\u{FEFF}",
        ]
        let typed = String(
            String.UnicodeScalarView((0..<40).map { _ in alphabet[Int.random(in: alphabet.indices, using: &random)] }))
        for multiline in [true, false] {
            let once = VietnameseText.clean(typed, multiline: multiline)
            let twice = VietnameseText.clean(once.text, multiline: multiline)
            #expect(Array(twice.text.utf8) == Array(once.text.utf8))
            #expect(!twice.hadForbidden)
        }
    }
}

/// A generator whose sequence follows from its seed, so that a failing case can be run again (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &+ 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
