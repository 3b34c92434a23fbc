import Documents
import Domain
import Foundation
import Synchronization
import Testing

@Suite("The book of answers") struct AnswerBookTests {
    /// Words that count how often they are read.
    private final class CountedWords: AnswerTextSource {
        let reads = Mutex(0)

        func text(of answer: Answer) -> AnswerText {
            reads.withLock { $0 += 1 }
            let paragraphs = (1...9).map {
                Prose.Block.paragraph([.text("Đoạn \($0) trả lời về \(answer.title). Nộp hồ sơ.")])
            }
            let list = Prose.Block.list(
                start: 1,
                items: [[.paragraph([.text("Bước một")])], [.paragraph([.text("Bước hai"), .footnote(number: 1)])]])
            return AnswerText(
                question: "Hỏi về \(answer.title)?\n\(SampleEdition.hostile)",
                body: Prose(
                    blocks: [.heading(level: 2, id: "a", content: [.text("Các bước")]), list] + paragraphs,
                    footnotes: [[.paragraph([.text("Ghi chú của \(answer.slug)")])]]))
        }
    }

    private static func answer(_ number: Int, _ words: any AnswerTextSource, digest: String = "") -> Answer {
        Answer(
            slug: "cau-\(number)", series: .dialogue("2021"), title: "Việc thứ \(number) trong sổ",
            subject: number % 2 == 0 ? "a" : "b",
            division: "van-phong", outcome: .answered, authority: nil, kind: .question,
            asked: SampleEdition.day(2021, 1, 7),
            asker: "Một người dân", answered: SampleEdition.day(2021, 1, 27),
            published: SampleEdition.day(2021, 1, 28).start, summary: "Được, theo các bước sau.", legalBases: ["qd-1"],
            review: nil, matter: nil, sourceDigest: "\(number)\(digest)", sourcePath: "content/cau-\(number).md",
            words: words)
    }

    @Test func `sixty pages and more hold, and the contents name the page of each answer`() throws {
        let bench = try Workbench()
        let words = CountedWords()
        let answers = (1...100).map { Self.answer($0, words) }
        let book = AnswerBook(series: "Đợt thử", site: SampleEdition.site, answers: answers)
        let made = try #require(try bench.maker().make([book.order(name: "tap")]).first)
        let count = try #require(made.pages)
        #expect(count >= 60)
        let file = try DrawnFile(made)
        let pages = try bench.run("pdftotext", "-layout", bench.write(file), "-").split(separator: "\u{c}").map(
            String.init)
        let begins = try #require(pages.firstIndex { $0.contains("Đoạn 1 trả lời") })
        // Typst joins the number to the dots by a mark that nobody sees.
        let contents = pages[..<begins].joined(separator: "\n").replacing("\u{2060}", with: "")
        for answer in answers {
            let shown = try #require(
                pages.indices.first { $0 >= begins && pages[$0].contains("\(answer.title) (minh họa)") })
            let entry = try #require(contents.split(separator: "\n").first { $0.contains(answer.title + " ") })
            #expect(entry.split(separator: " ").last == "\(shown + 1)", "\(entry)")
        }
        let lines = file.plainText.split(separator: "\n").dropFirst().map(String.init).filter {
            !$0.hasPrefix("Ghi chú của")
        }
        let text = try bench.text(ofPDF: bench.write(file))
        for line in lines where !line.contains("Bước hai") {
            #expect(text.withoutSpaces.contains(line.withoutSpaces), "\(line)")
        }
    }

    @Test func `no word is read and no engine started while no answer changed`() throws {
        let bench = try Workbench()
        let words = CountedWords()
        var answers = (1...4).map { Self.answer($0, words) }
        func make() throws -> String {
            let book = AnswerBook(series: "Đợt thử", site: SampleEdition.site, answers: answers)
            return try #require(try bench.maker().make([book.order(name: "tap")]).first).digest
        }
        let first = try make()
        let read = words.reads.withLock { $0 }
        #expect(read == 4)
        #expect(try make() == first)
        #expect(words.reads.withLock { $0 } == read)
        answers[0] = Self.answer(9, words, digest: "x")
        #expect(try make() != first)
        #expect(words.reads.withLock { $0 } > read)
    }
}
