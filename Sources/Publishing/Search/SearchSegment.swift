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
    /// Digest of what the words of every answer are found with.
    private let context: SHA256Digest
    /// Digest of everything it is made of.
    let key: SHA256Digest

    /// How many answers one segment holds: enough for any year we know of, few enough to be made again in no time.
    static let limit = 4_096

    /// Counts up whenever the same answers would give other bytes: the name of the file follows from it.
    static let format = 2

    /// Cuts the published answers into segments, newest first.
    ///
    /// - Parameter years: The answers of each year, newest first.
    static func all(of years: [(year: Int, answers: [Answer])], abbreviations: [String: String]) -> [SearchSegment] {
        years.flatMap { year, newestFirst in
            let answers = Array(newestFirst.reversed())
            let parts = (answers.count + limit - 1) / limit
            return (0..<parts).reversed().map { part in
                SearchSegment(
                    name: part == 0 ? "\(year)" : "\(year)-\(part + 1)", year: year,
                    answers: parts == 1
                        ? answers : Array(answers[(part * limit)..<min(answers.count, (part + 1) * limit)]),
                    abbreviations: abbreviations)
            }
        }
    }

    private init(name: String, year: Int, answers: [Answer], abbreviations: [String: String]) {
        self.name = name
        self.year = year
        self.answers = answers
        self.abbreviations = abbreviations
        var context = KeyWriter("search data")
        context.add(Self.format)
        context.add(abbreviations.sorted { $0.key < $1.key }) { writer, short in
            writer.add(short.key)
            writer.add(short.value)
        }
        self.context = context.key
        var key = KeyWriter("segment of search data")
        key.add(context.key)
        key.add(name)
        key.add(answers) { $0.add($1) }
        self.key = key.key
    }

    /// The bytes that ``SegmentWriter`` makes of it.
    ///
    /// - Parameter cache: Spares reading the answers that did not change.
    func bytes(_ cache: SearchCache?) throws -> [UInt8] {
        let kept = cache?.kept(name, context: context)
        if let kept, kept.key == key.description { return kept.bytes }
        var (postings, known) = postings(in: kept)
        for (number, answer) in answers.enumerated() where !known.contains(number) {
            try read(answer, number, into: &postings)
        }
        postings.sort()
        let bytes = SegmentWriter(postings, records: answers.map(SearchRecord.line)).bytes
        cache?.keep(
            name, context: context,
            SearchCache.Kept(key: key.description, sources: answers.map(\.sourceDigest), bytes: bytes))
        return bytes
    }

    /// What is known of answers whose sources did not change, and their numbers.
    private func postings(in kept: SearchCache.Kept?) -> (SearchPostings, known: Set<Int>) {
        guard let kept else { return (SearchPostings(), []) }
        var before: [String: Int] = [:]
        for (number, source) in kept.sources.enumerated() { before[source] = number }
        var numbers = [Int?](repeating: nil, count: kept.sources.count)
        for (number, answer) in answers.enumerated() {
            // Of two answers with equal sources one is read anew.
            if let old = before.removeValue(forKey: answer.sourceDigest) { numbers[old] = number }
        }
        var postings = SearchPostings()
        do {
            try postings.read(SegmentReader(kept.bytes, count: kept.sources.count), numbers: numbers)
            return (postings, Set(numbers.compactMap { $0 }))
        } catch {
            return (SearchPostings(), [])
        }
    }

    private func read(_ answer: Answer, _ number: Int, into postings: inout SearchPostings) throws {
        let words = try answer.text()
        let text = [answer.summary, words.question, words.body.plainText].joined(separator: "\n")
        postings.read(answer.title, of: number, isTitle: true)
        postings.read(text, of: number)
        for (short, words) in abbreviations
        where Self.has(Array(short.utf8), answer.title) || Self.has(Array(short.utf8), text) {
            postings.read(words, of: number)
        }
        postings.add(mark: "=" + answer.subject, of: number)
    }

    /// Whether the bytes of `part` stand somewhere in `text`.
    private static func has(_ part: [UInt8], _ text: String) -> Bool {
        var text = text
        return text.withUTF8 { text in
            guard let first = part.first, var from = text.baseAddress else { return false }
            let end = from + text.count
            while end - from >= part.count, let found = memchr(from, Int32(first), end - from - part.count + 1) {
                if memcmp(found, part, part.count) == 0 { return true }
                from = end - (UnsafeRawPointer(end) - UnsafeRawPointer(found)) + 1
            }
            return false
        }
    }
}
