import Domain
import Foundation
import Testing

@Suite("The bytes of answers") struct FormAnswersTests {
    private func encoded(_ answers: FormAnswers) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try [UInt8](encoder.encode(answers.values))
    }

    /// Digests that are stored and tokens that are under way were taken of what `JSONEncoder` wrote.
    @Test func `are those of JSONEncoder, every ASCII sign included`() throws {
        let signs = String(String.UnicodeScalarView((0..<0x80).compactMap(Unicode.Scalar.init)))
        let answers = FormAnswers(["noi-dung": signs, "dia-chi": "Xã “Ví Dụ”/\\\u{2028}\u{85}\u{1F600}", "du": ""])
        #expect(try answers.canonicalBytes == encoded(answers))
    }

    @Test(arguments: [
        ["phan-1", "phan-2", "phan-10", "phan"], ["du", "dia-chi", "dien-thoai", "d"], ["a-b", "ab", "a", "a1"],
        ["khieu-nai", "ho-ten", "dien-thoai", "thu", "dia-chi", "linh-vuc", "noi-dung"], [],
    ])
    func `have the names in the order of JSONEncoder`(names: [String]) throws {
        let answers = FormAnswers(Dictionary(uniqueKeysWithValues: names.map { ($0, "x") }))
        #expect(try answers.canonicalBytes == encoded(answers))
    }
}
