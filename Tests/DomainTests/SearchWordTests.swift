import Domain
import Foundation
import Testing

@Suite("Words of search") struct SearchWordTests {
    struct Case: Decodable, CustomTestStringConvertible {
        let text: String
        /// Folded, exact.
        let words: [[String]]

        var testDescription: String { text }

        static let all: [Case] = {
            let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .appending(path: "Fixtures/search/words.json")
            guard let data = FileManager.default.contents(atPath: file.path) else { return [] }
            return (try? JSONDecoder().decode([Case].self, from: data)) ?? []
        }()
    }

    @Test func `the cases are there`() { #expect(Case.all.count > 20) }

    @Test(arguments: Case.all)
    func `are folded as the script of the search page folds them`(of one: Case) {
        let words = SearchTokens.words(of: one.text)
        // Bytes: strings of different normal forms would be equal.
        #expect(
            words.map { [Array($0.folded.utf8), Array($0.exact.utf8)] } == one.words.map { $0.map { Array($0.utf8) } })
    }

    @Test(arguments: Case.all)
    func `do not depend on the normal form of the text`(of one: Case) {
        let words = SearchTokens.words(of: one.text)
        #expect(SearchTokens.words(of: one.text.decomposedStringWithCanonicalMapping) == words)
        #expect(SearchTokens.words(of: one.text.precomposedStringWithCanonicalMapping) == words)
    }

    @Test func `are folded like everything else that is compared`() {
        let text = "Nghiên cứu, ứng dụng khoa học và công nghệ: đổi mới sáng tạo, tiêu chuẩn đo lường chất lượng"
        #expect(
            SearchTokens.words(of: text).map(\.folded)
                == VietnameseText.slug(text).split(separator: "-").map(String.init))
    }
}
