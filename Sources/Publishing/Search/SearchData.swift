import Cryptography
import Domain
import Foundation

/// The search data of a site: one file of all segments, so that a query costs few requests, however many years there are.
struct SearchData: Sendable {
    let segments: [SearchSegment]

    /// - Parameter years: The published answers of each year, newest first.
    init(years: [(year: Int, answers: [Answer])], abbreviations: [String: String]) {
        segments = SearchSegment.all(of: years, abbreviations: abbreviations)
    }

    /// The site path of the file. The name changes with what it is made of, so readers may keep it for ever.
    var path: String { "/tai-nguyen/tim-kiem.\(key.key.description.prefix(8)).bin" }

    /// Answers in each segment, in the order of the file: newest first.
    var counts: [Int] { segments.map(\.answers.count) }

    private var key: KeyWriter {
        var key = KeyWriter("search data")
        key.add(segments) { $0.add($1.key) }
        return key
    }

    /// Nothing while no answer is published.
    ///
    /// - Parameter cache: Spares reading the answers that did not change.
    func product(_ cache: SearchCache?) -> Product? {
        guard !segments.isEmpty else { return nil }
        return Product(path: "site" + path, key: key.key) { try file(cache) }
    }

    private func file(_ cache: SearchCache?) throws -> ReleasedFile {
        let parts = try segments.map { segment in
            let bytes = try segment.bytes(cache)
            var reader = SegmentReader(bytes, count: segment.answers.count)
            return (bytes: bytes, head: SegmentWriter.head(segment.answers.count), words: try reader.plainText())
        }
        var bytes = Data()
        for part in parts { bytes += part.bytes[..<part.head] }
        for part in parts { bytes += part.bytes[part.head...] }
        // The rule that reads all that is released reads the words, for the bytes are no text.
        let words = parts.map { String(decoding: $0.words, as: UTF8.self) }.joined()
        return ReleasedFile(path: "site" + path, bytes: bytes, words: words)
    }
}
