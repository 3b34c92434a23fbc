import Foundation
import Testing

@testable import Domain

@Suite("Folding Latin letters by a table") struct LatinFoldingTests {
    @Test func `every character folds as by Unicode's rules`() {
        for value in 0..<UInt32(0x3000) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = "a\(scalar)Ỹ"
            let same = Array(VietnameseText.folded(text).utf8) == Array(VietnameseText.foldedByUnicode(text).utf8)
            #expect(same, "U+\(String(value, radix: 16))")
        }
    }

    @Test func `Vietnamese is within the table`() {
        #expect(
            LatinFolding.folded("Đối thoại về thuế, «ỦY BAN» – “Nguyễn Ỷ”…")
                == "doi thoai ve thue, «uy ban» – “nguyen y”…")
        #expect(LatinFolding.folded("o\u{302}") == nil && VietnameseText.folded("o\u{302}") == "o")
    }

    @Test(arguments: ["a", "a-b", "2021", "a1-b2-3"]) func `a slug is told as one`(text: String) {
        #expect(VietnameseText.isSlug(text) && VietnameseText.slug(text) == text)
    }

    @Test(arguments: ["", "-", "a-", "-a", "a--b", "A", "đ", "a b", "a_b"]) func `and what is none is not`(text: String)
    {
        #expect(!VietnameseText.isSlug(text) && (text.isEmpty || VietnameseText.slug(text) != text))
    }
}
