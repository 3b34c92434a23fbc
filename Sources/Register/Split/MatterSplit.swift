import Foundation

/// Where the text of a matter is divided into several.
///
/// Places are named, never words: the parts are slices of what the sender wrote, so nothing of it can be lost.
package struct MatterSplit: Hashable, Sendable {
    /// Where a later part begins: bytes of UTF-8 from the beginning, ascending.
    let offsets: [Int]

    /// - Parameters:
    ///   - sentences: The sentences that begin a part, counted from 1 as ``Sentences`` counts.
    ///   - words: The words that begin a part; each must stand in the text exactly once.
    /// - Throws: ``SplitError``, for places that are not there and parts that would be empty.
    package init(of text: String, sentences: [Int] = [], words: [String] = []) throws(SplitError) {
        let ranges = Sentences.ranges(in: text)
        var places: Set<Int> = []
        for number in sentences {
            guard ranges.indices.contains(number - 1) else { throw .noSentence(number, of: ranges.count) }
            places.insert(MatterSplit.offset(ranges[number - 1].lowerBound, in: text))
        }
        for phrase in words {
            places.insert(MatterSplit.offset(try MatterSplit.place(of: phrase, in: text), in: text))
        }
        guard !places.isEmpty else { throw .nowhere }
        offsets = places.sorted()
        guard parts(of: text).allSatisfy({ !$0.isEmpty }) else { throw .emptyPart }
    }

    init(offsets: [Int]) { self.offsets = offsets }

    /// The parts in the order of the text, without space around them; joined they hold every letter of it.
    func parts(of text: String) -> [String] {
        let bytes = Array(text.utf8)
        let bounds = [0] + offsets.map { min($0, bytes.count) } + [bytes.count]
        return zip(bounds, bounds.dropFirst()).map { begin, end in
            String(decoding: bytes[begin..<max(begin, end)], as: UTF8.self)
                .trimmingCharacters(in: .whitespacesAndNewlines)
        }
    }

    private static func offset(_ index: String.Index, in text: String) -> Int {
        text.utf8.distance(from: text.startIndex, to: index)
    }

    private static func place(of phrase: String, in text: String) throws(SplitError) -> String.Index {
        let phrase = phrase.precomposedStringWithCanonicalMapping.trimmingCharacters(in: .whitespacesAndNewlines)
        let places = phrase.isEmpty ? [] : text.ranges(of: phrase)
        guard let place = places.first else { throw .wordsMissing(phrase) }
        guard places.count == 1 else { throw .wordsRepeated(phrase, times: places.count) }
        return place.lowerBound
    }
}

/// Why a text cannot be divided where the office said. Carries only what the office typed.
package enum SplitError: Error, Hashable, Sendable {
    /// No place was named.
    case nowhere
    /// The text has fewer sentences.
    case noSentence(Int, of: Int)
    case wordsMissing(String)
    case wordsRepeated(String, times: Int)
    /// A part would have no letter: the text begins at that place already.
    case emptyPart
}

/// The parts a split made, as a decision keeps them: `3@120 4@260`, position and offset of each new one.
struct SplitRecord {
    let pieces: [(position: Int, offset: Int)]

    var value: String { pieces.map { "\($0.position)@\($0.offset)" }.joined(separator: " ") }

    init(pieces: [(position: Int, offset: Int)]) { self.pieces = pieces }

    /// Nothing when it is not of that form.
    init?(_ value: String) {
        var pieces: [(position: Int, offset: Int)] = []
        for piece in value.split(separator: " ") {
            let numbers = piece.split(separator: "@").compactMap { Int($0) }
            guard numbers.count == 2, numbers.allSatisfy({ $0 > 0 }) else { return nil }
            pieces.append((numbers[0], numbers[1]))
        }
        self.pieces = pieces
    }
}
