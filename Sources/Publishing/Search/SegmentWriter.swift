/// Writes a segment as the bytes that the script of the search page reads: its lengths, then its body; `docs/search.md`
/// draws them.
struct SegmentWriter {
    /// Answers in the segment.
    private let count: Int
    private let postings: SearchPostings
    private(set) var bytes: [UInt8] = []
    /// Bytes of each bucket, then of each block of records.
    private var lengths: [Int] = []
    private var answers: [UInt32] = []

    /// Records in one block.
    static let block = 4

    /// The first bits of a place that choose a bucket: about as many buckets as answers.
    static func bucketBits(_ count: Int) -> Int { count < 2 ? 0 : Int.bitWidth - 1 - count.leadingZeroBitCount }

    /// Bytes of the lengths: three for each bucket and each block.
    static func head(_ count: Int) -> Int { 3 * (1 << bucketBits(count) + (count + block - 1) / block) }

    /// - Parameters:
    ///   - postings: Sorted.
    ///   - records: One line for each answer.
    init(_ postings: SearchPostings, records: [[UInt8]]) {
        self.postings = postings
        count = records.count
        let blocks = (count + Self.block - 1) / Self.block
        let head = Self.head(count)
        bytes = [UInt8](repeating: 0, count: head)
        bytes.reserveCapacity(head + postings.pairs.count * 2 + postings.words.count * 2 + records.count * 400)
        appendBuckets()
        for block in 0..<blocks {
            let start = bytes.count
            for line in records[(block * Self.block)..<min(count, (block + 1) * Self.block)] { bytes += line }
            lengths.append(bytes.count - start)
        }
        for (index, length) in lengths.enumerated() {
            for byte in 0..<3 { bytes[index * 3 + byte] = UInt8(truncatingIfNeeded: length >> (8 * byte)) }
        }
    }

    // MARK: Buckets

    private mutating func appendBuckets() {
        let bits = Self.bucketBits(count)
        let order = termsByPlace()
        let ranges = spellingRanges()
        var term = 0
        var pair = 0
        for bucket in 0..<(1 << bits) {
            let start = bytes.count
            let firstTerm = term
            while term < order.count, Self.bucket(order[term].place, bits) == bucket { term += 1 }
            append(term - firstTerm)
            for index in firstTerm..<term { append(term: order[index].term, ranges) }
            pair = appendPairs(from: pair, bucket: bucket, bits: bits)
            lengths.append(bytes.count - start)
        }
    }

    private static func bucket(_ place: UInt32, _ bits: Int) -> Int { Int(UInt64(place) >> UInt64(32 - bits)) }

    /// Terms by bucket, then by their bytes: an order that does not tell in which order they were met.
    private func termsByPlace() -> [(place: UInt32, term: Int)] {
        let terms = postings.lexicon.terms
        return terms.indices.map { (SearchHash.place(terms[$0].hash), $0) }.sorted { left, right in
            left.0 != right.0
                ? left.0 < right.0 : terms[left.1].folded.lexicographicallyPrecedes(terms[right.1].folded)
        }
    }

    /// Where the entries of each spelling are among all entries.
    private func spellingRanges() -> [Range<Int>] {
        var ranges = [Range<Int>](repeating: 0..<0, count: postings.lexicon.spellings.count)
        var start = 0
        while start < postings.words.count {
            let spelling = postings.words[start] >> UInt64(SearchPostings.answerBits + 1)
            var end = start + 1
            while end < postings.words.count, postings.words[end] >> UInt64(SearchPostings.answerBits + 1) == spelling {
                end += 1
            }
            ranges[Int(spelling)] = start..<end
            start = end
        }
        return ranges
    }

    private mutating func append(term number: Int, _ ranges: [Range<Int>]) {
        let term = postings.lexicon.terms[number]
        append(term.folded.count)
        bytes += term.folded
        let spellings = term.spellings.map { (exact: postings.lexicon.spellings[$0].exact, range: ranges[$0]) }
            .sorted { $0.exact.lexicographicallyPrecedes($1.exact) }
        append(spellings.count)
        for spelling in spellings {
            let isPlain = spelling.exact == term.folded
            let isInTitle = postings.words[spelling.range.upperBound - 1] >> UInt64(SearchPostings.answerBits) & 1 == 1
            append((isPlain ? 0 : spelling.exact.count) << 1 | (isInTitle ? 1 : 0))
            if !isPlain { bytes += spelling.exact }
            let middle = appendList(postings.words, from: spelling.range.lowerBound)
            if isInTitle { _ = appendList(postings.words, from: middle) }
        }
    }

    /// - Returns: The first pair of the next bucket.
    private mutating func appendPairs(from first: Int, bucket: Int, bits: Int) -> Int {
        let restBits = SearchPostings.pairBits - bits
        var at = first
        var before = 0
        while at < postings.pairs.count {
            let pair = Int(postings.pairs[at] >> UInt64(SearchPostings.answerBits))
            guard pair >> (restBits + 1) == bucket else { break }
            let rest = pair & (1 << (restBits + 1) - 1)
            append(rest - before)
            before = rest
            at = appendList(postings.pairs, from: at)
        }
        return at
    }

    // MARK: Lists

    /// Appends the answers of the entries that share everything else with the one at `first`: as gaps, or as one bit
    /// for each answer of the segment where that is shorter.
    ///
    /// - Returns: The entry behind them.
    private mutating func appendList(_ entries: [UInt64], from first: Int) -> Int {
        let group = entries[first] >> UInt64(SearchPostings.answerBits)
        answers.removeAll(keepingCapacity: true)
        var at = first
        var gaps = 0
        var next: UInt32 = 0
        while at < entries.count, entries[at] >> UInt64(SearchPostings.answerBits) == group {
            let answer = UInt32(entries[at] & (1 << UInt64(SearchPostings.answerBits) - 1))
            at += 1
            // The same word twice in one answer.
            if let last = answers.last, last == answer { continue }
            gaps += answer - next < 128 ? 1 : 2
            next = answer + 1
            answers.append(answer)
        }
        let isDense = gaps > (count + 7) / 8
        append(answers.count << 1 | (isDense ? 1 : 0))
        isDense ? appendBits() : appendGaps()
        return at
    }

    private mutating func appendGaps() {
        var next: UInt32 = 0
        for answer in answers {
            append(Int(answer - next))
            next = answer + 1
        }
    }

    private mutating func appendBits() {
        let start = bytes.count
        bytes += repeatElement(0, count: (count + 7) / 8)
        for answer in answers { bytes[start + Int(answer >> 3)] |= 1 << UInt8(answer & 7) }
    }

    /// Seven bits a byte, lowest first.
    private mutating func append(_ number: Int) {
        var rest = number
        while rest >= 128 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }
}
