import Cryptography
package import Domain
import Foundation

/// All published answers of a series in one document, by subject, with contents.
package struct AnswerBook: Sendable {
    /// «Đợt đối thoại năm 2021».
    package var series: String
    package var site: Site
    /// As published, newest first.
    package var answers: [Answer]

    package init(series: String, site: Site, answers: [Answer]) {
        self.series = series
        self.site = site
        self.answers = answers
    }

    /// Of the cards and of the digests of the words: no word is read to learn that nothing changed.
    func key() throws -> SHA256Digest {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let lines = answers.map { "\($0.path) \($0.sourceDigest)" }
        return SHA256Digest(
            of: Array(try encoder.encode(site)) + Array(([series] + lines).joined(separator: "\n").utf8))
    }

    /// - Parameter name: ASCII file name without its ending.
    package func order(name: String) throws -> DocumentOrder {
        DocumentOrder(.answers, name: name, key: try key(), paper: paper)
    }

    /// - Throws: What the source of the answers says of words that are no longer there.
    func paper() throws -> Paper {
        var blocks: [PaperBlock] = []
        if answers.contains(where: \.isIllustration) {
            blocks.append(.mark("Có câu hỏi và câu trả lời minh họa, ghi rõ ở từng câu"))
        }
        blocks += [
            .title(DocumentTitle(name: "Câu hỏi và trả lời", abstract: series)),
            .notes(["\(site.agency.fullName). \(VietnameseNumber.figures(answers.count)) câu trả lời."]),
            .contents(title: "MỤC LỤC"),
        ]
        var footnotes: [[TextRun]] = []
        for (number, group) in groups.enumerated() {
            blocks.append(
                .passage(
                    Passage(
                        .part, label: OfficialNumbering.part(number + 1),
                        [TextRun(group.subject.uppercased())])))
            for (index, answer) in group.answers.enumerated() {
                blocks += try self.blocks(of: answer, number: index + 1, footnotes: &footnotes)
            }
        }
        return Paper(
            template: "tap-tra-loi", title: "Câu hỏi và trả lời, \(series.lowercasedFirst)",
            author: site.agency.fullName,
            date: answers.map { CivilDate(of: $0.published) }.max() ?? .init(of: .distantPast),
            sections: [PaperSection(blocks: blocks, footnotes: footnotes)])
    }

    /// In the order of the department's subjects; oldest answer first, as a book is read.
    private var groups: [(subject: String, answers: [Answer])] {
        let listed = site.subjects.map { ($0.id, $0.name) } + [(Subject.unsure, Subject.unsureLabel)]
        return listed.compactMap { id, name in
            let own = answers.filter { $0.subject == id }.reversed()
            return own.isEmpty ? nil : (name, Array(own))
        }
    }

    private func blocks(of answer: Answer, number: Int, footnotes: inout [[TextRun]]) throws -> [PaperBlock] {
        let words = try answer.text()
        let mark = answer.isIllustration ? " (minh họa)" : ""
        let division = site.division(answer.division)?.name ?? answer.division
        var passages = [Passage(.section, label: "\(number).", [TextRun(answer.title + mark)])]
        let asked = "(\(answer.asker), ngày \(VietnameseDate.figures(answer.asked))): "
        passages += AnswerBook.paragraphs(of: words.question, after: asked)
        passages += [
            Passage(
                .note, label: "Trả lời",
                [TextRun("(\(division), ngày \(VietnameseDate.figures(answer.answered))): \(answer.summary)")])
        ]
        passages += PassageWriter.passages(
            of: words.body, baseURL: site.baseURL, numbering: .none(headings: .subsection),
            firstFootnote: footnotes.count + 1)
        footnotes += PassageWriter.footnotes(of: words.body, baseURL: site.baseURL)
        let bases = answer.legalBases.map { site.legalReference($0)?.citation ?? $0 }
        if !bases.isEmpty {
            passages.append(Passage(.note, label: "Căn cứ:", [TextRun(bases.joined(separator: "; ") + ".")]))
        }
        return passages.map(PaperBlock.passage)
    }

    /// The sender's words: data, a paragraph a line.
    private static func paragraphs(of text: String, after opening: String) -> [Passage] {
        let lines = text.split(whereSeparator: \.isNewline).map { TextRun(String($0), emphasis: true) }
        let first = Passage(.note, label: "Hỏi", [TextRun(opening)] + lines.prefix(1))
        return [first] + lines.dropFirst().map { Passage(.paragraph, [$0]) }
    }
}
