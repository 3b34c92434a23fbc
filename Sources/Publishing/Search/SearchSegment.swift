import Cryptography
import Domain
import Foundation

/// One part of the search data: the answers of one year, oldest first, so that a new one changes no number of another.
struct SearchSegment: Sendable {
    /// «2021»; of a year with very many answers «2021-2» for what came later.
    let name: String
    let year: Int
    let answers: [Answer]
    private let abbreviations: [String: String]
    /// Digest of everything the file is made of.
    let key: SHA256Digest

    /// How many answers one segment holds: enough for any year we know of, few enough to be made again in no time.
    static let limit = 4_096

    /// Counts up whenever the same answers would give other bytes: the names of the files follow from it.
    static let format = 1

    /// The site path of its file. The name changes with the key, so readers may keep the file for ever.
    var path: String { "/tai-nguyen/tim-kiem/\(name).\(key.description.prefix(8)).bin" }

    /// Cuts the published answers into segments, newest first.
    ///
    /// - Parameter answers: Newest first.
    static func all(of answers: [Answer], abbreviations: [String: String]) -> [SearchSegment] {
        var byYear: [Int: [Answer]] = [:]
        for answer in answers.reversed() { byYear[CivilDate(of: answer.published).year, default: []].append(answer) }
        return byYear.sorted { $0.key > $1.key }.flatMap { year, answers in
            let parts = (answers.count + limit - 1) / limit
            return (0..<parts).reversed().map { part in
                SearchSegment(
                    name: part == 0 ? "\(year)" : "\(year)-\(part + 1)", year: year,
                    answers: Array(answers[(part * limit)..<min(answers.count, (part + 1) * limit)]),
                    abbreviations: abbreviations)
            }
        }
    }

    private init(name: String, year: Int, answers: [Answer], abbreviations: [String: String]) {
        self.name = name
        self.year = year
        self.answers = answers
        self.abbreviations = abbreviations
        var key = KeyWriter("search data")
        key.add(Self.format)
        key.add(name)
        key.add(abbreviations.sorted { $0.key < $1.key }) { writer, short in
            writer.add(short.key)
            writer.add(short.value)
        }
        key.add(answers) { $0.add($1) }
        self.key = key.key
    }

    var product: Product { Product(path: "site" + path, key: key) { try file() } }

    private func file() throws -> ReleasedFile {
        var postings = SearchPostings()
        for (number, answer) in answers.enumerated() { try read(answer, number, into: &postings) }
        postings.sort()
        let records = answers.map(SearchRecord.line)
        let file = SearchFile(postings, records: records)
        return ReleasedFile(
            path: "site" + path, bytes: Data(file.bytes), words: words(postings.lexicon, records))
    }

    private func read(_ answer: Answer, _ number: Int, into postings: inout SearchPostings) throws {
        let text = try answer.text()
        postings.read(answer.title, of: number, isTitle: true)
        let texts = [text.question, answer.summary, text.body.plainText]
        for text in texts { postings.read(text, of: number) }
        for (short, words) in abbreviations where ([answer.title] + texts).contains(where: { $0.contains(short) }) {
            postings.read(words, of: number)
        }
        postings.add(mark: "=" + answer.subject, of: number)
    }

    /// What stands in the file in plain, for the rule that reads all that is released.
    private func words(_ lexicon: SearchLexicon, _ records: [[UInt8]]) -> String {
        let terms = lexicon.terms.map { $0.folded + [0x0A] }
        return String(decoding: (records + terms).joined(), as: UTF8.self)
    }
}
