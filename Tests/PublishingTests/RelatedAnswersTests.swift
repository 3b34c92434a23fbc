import Domain
import Foundation
import Testing

@testable import Publishing

@Suite("Related answers") struct RelatedAnswersTests {
    static func answers(_ titles: [String]) throws -> [Answer] {
        try titles.enumerated().map { try SamplePublication.answer(slug: "cau-\($0)", title: $1) }
    }

    static func related(_ answers: [Answer]) -> [[Int]] { RelatedAnswers(answers).places() }

    @Test func `what shares rare words comes first, whatever its case, and places left go to older ones`() throws {
        let answers = try Self.answers([
            "Máy X-quang không dùng nữa thì làm gì?", "Nhãn hiệu hết hạn thì làm gì?",
            "Đăng ký nhãn hiệu tập thể ở đâu?", "Khai báo máy x-quang ở đâu?", "Cân ở chợ ai kiểm định?",
        ])
        let related = Self.related(answers)
        #expect(related[0] == [3, 1, 2, 4])
        #expect(related[1] == [2, 3, 4])
        #expect(related[3] == [0, 4])
        #expect(related[4] == [])
    }

    @Test func `words that are about anything make no kinship`() throws {
        let answers = try Self.answers(["Nộp ở đâu?", "Có được không?", "Hồ sơ có được trả lại không?"])
        #expect(Self.related(answers) == [[1, 2], [2], []])
    }

    @Test func `a legal basis and a body shared make kin of answers with other words`() throws {
        var answers = try Self.answers(["Một hai?", "Ba bốn?", "Năm sáu?", "Bảy tám?"])
        answers[0].legalBases = ["luat-a"]
        answers[3].legalBases = ["luat-a"]
        answers[1].authority = "cuc-b"
        answers[3].authority = "cuc-b"
        #expect(Self.related(answers)[0].first == 3)
        #expect(Self.related(answers)[1].first == 3)
        #expect(Self.related(answers)[3] == [0, 1])
    }

    @Test func `what very many share says nothing`() throws {
        let answers = try Self.answers((0..<60).map { "Nhãn hiệu số \($0 % 30)a\($0 % 30)?" })
        let related = Self.related(answers)
        // Its only kin is the one with the same odd word; the rest are the next older.
        #expect(related[5] == [35, 6, 7, 8, 9])
    }

    @Test func `an answer more changes the lists of its kin only`() throws {
        let titles = (0..<200).map { "Thủ tục \($0 / 4)x\($0 / 4) lần \($0 % 4)y?" }
        let before = try Self.answers(titles)
        let newest = try SamplePublication.answer(slug: "moi", title: "Thủ tục 7x7 lần mới?")
        let old = Self.related(before).map { $0.map { before[$0].slug } }
        let all = [newest] + before
        let new = Self.related(all).dropFirst().map { $0.map { all[$0].slug } }
        let changed = zip(old, new).enumerated().filter { $0.element.0 != $0.element.1 }.map(\.offset)
        #expect(changed == [28, 29, 30, 31])
    }

    /// To judge the lists by eye: `SHOW_RELATED=1 swift test --filter RelatedAnswersTests`.
    @Test func `on the sample site no answer is related to itself, or to another twice`() throws {
        let bySubject = Dictionary(grouping: try SamplePublication.portal().answers, by: \.subject)
        for (_, answers) in bySubject {
            for (place, related) in Self.related(answers).enumerated() {
                #expect(!related.contains(place) && Set(related).count == related.count && related.count <= 5)
                guard ProcessInfo.processInfo.environment["SHOW_RELATED"] != nil else { continue }
                print("•", answers[place].title)
                for other in related { print("    ", answers[other].title) }
            }
        }
    }
}
