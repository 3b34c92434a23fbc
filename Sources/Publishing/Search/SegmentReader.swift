import Domain

/// Reads back what ``SegmentWriter`` wrote.
struct SegmentReader {
    private let bytes: [UInt8]
    /// Answers in the file.
    private let count: Int
    private var at = 0

    /// The bytes are not what was written.
    struct Damaged: Error {}

    init(_ bytes: [UInt8], count: Int) {
        self.bytes = bytes
        self.count = count
    }

    /// Hands over which words and pairs stand in which answers.
    ///
    /// - Parameters:
    ///   - word: A word, and the numbers of the answers that hold it, then of those with it in their titles.
    ///   - pair: The same of a pair: 26 bits of its place and the title flag.
    mutating func forEach(
        word: (SearchWord, [Int], [Int]) -> Void, pair: (UInt64, [Int]) -> Void
    ) throws(Damaged) {
        let bits = SegmentWriter.bucketBits(count)
        let restBits = SearchPostings.pairBits - bits + 1
        var end = SegmentWriter.head(count)
        at = end
        for bucket in 0..<(1 << bits) {
            end += try length(bucket)
            for _ in 0..<(try number()) { try readTerm(word) }
            var rest = 0
            while at < end {
                rest += try number()
                pair(UInt64(bucket << restBits | rest), try list())
            }
        }
    }

    /// Each word once, folded, then the records: what stands there in plain.
    mutating func plainText() throws(Damaged) -> [UInt8] {
        var words: [UInt8] = []
        var end = SegmentWriter.head(count)
        for bucket in 0..<(1 << SegmentWriter.bucketBits(count)) {
            at = end
            end += try length(bucket)
            for _ in 0..<(try number()) {
                let folded = try stretch(try number())
                words += bytes[folded]
                words.append(0x0A)
                for _ in 0..<(try number()) {
                    let head = try number()
                    _ = try stretch(head >> 1)
                    try skipList()
                    if head & 1 == 1 { try skipList() }
                }
            }
        }
        guard end <= bytes.count else { throw Damaged() }
        return words + bytes[end...]
    }

    private func length(_ part: Int) throws(Damaged) -> Int {
        guard part * 3 + 2 < bytes.count else { throw Damaged() }
        return Int(bytes[part * 3]) | Int(bytes[part * 3 + 1]) << 8 | Int(bytes[part * 3 + 2]) << 16
    }

    private mutating func readTerm(_ word: (SearchWord, [Int], [Int]) -> Void) throws(Damaged) {
        let folded = try text(try number())
        for _ in 0..<(try number()) {
            let head = try number()
            let exact = head >> 1 == 0 ? folded : try text(head >> 1)
            let answers = try list()
            word(SearchWord(folded: folded, exact: exact), answers, head & 1 == 1 ? try list() : [])
        }
    }

    private mutating func list() throws(Damaged) -> [Int] {
        let head = try number()
        return head & 1 == 1 ? try bits() : try gaps(head >> 1)
    }

    private mutating func gaps(_ count: Int) throws(Damaged) -> [Int] {
        guard count <= self.count else { throw Damaged() }
        var answers: [Int] = []
        answers.reserveCapacity(count)
        var next = 0
        for _ in 0..<count {
            next += try number()
            guard next < self.count else { throw Damaged() }
            answers.append(next)
            next += 1
        }
        return answers
    }

    private mutating func bits() throws(Damaged) -> [Int] {
        let start = at
        at += (count + 7) / 8
        guard at <= bytes.count else { throw Damaged() }
        return (0..<count).filter { bytes[start + $0 >> 3] >> UInt8($0 & 7) & 1 == 1 }
    }

    private mutating func skipList() throws(Damaged) {
        let head = try number()
        if head & 1 == 1 {
            _ = try stretch((count + 7) / 8)
        } else {
            for _ in 0..<(head >> 1) { _ = try number() }
        }
    }

    private mutating func text(_ length: Int) throws(Damaged) -> String {
        String(decoding: bytes[try stretch(length)], as: UTF8.self)
    }

    private mutating func stretch(_ length: Int) throws(Damaged) -> Range<Int> {
        guard length <= bytes.count - at else { throw Damaged() }
        at += length
        return (at - length)..<at
    }

    private mutating func number() throws(Damaged) -> Int {
        var value = 0
        var shift = 0
        while at < bytes.count, shift < 35 {
            let byte = bytes[at]
            at += 1
            value |= Int(byte & 127) << shift
            if byte < 128 { return value }
            shift += 7
        }
        throw Damaged()
    }
}
