import Domain

/// Which words and which pairs of neighbouring words stand in which answers of one segment.
struct SearchPostings {
    private(set) var lexicon = SearchLexicon()
    /// Spelling, title flag, number of the answer in one integer, so that sorting groups them.
    private(set) var words: [UInt64] = []
    /// The same of pairs, which are known by 26 bits of their hash.
    private(set) var pairs: [UInt64] = []

    static let answerBits = 20
    static let pairBits = 26

    /// Reads one text of an answer.
    ///
    /// - Parameter isTitle: Its words count as words of the title too.
    mutating func read(_ text: String, of answer: Int, isTitle: Bool = false) {
        var text = text
        text.withUTF8 { bytes in
            var before: UInt32?
            SearchTokens.forEach(in: bytes) { range, beginsLine in
                let spelling = lexicon.spelling(of: UnsafeBufferPointer(rebasing: bytes[range]))
                let hash = lexicon.terms[lexicon.spellings[spelling].term].hash
                add(word: spelling, of: answer, isTitle: isTitle)
                if let before, !beginsLine {
                    add(pair: SearchHash.place(SearchHash.pair(before, hash)) >> 6, of: answer, isTitle: isTitle)
                }
                before = hash
            }
        }
    }

    /// A word that no text can hold, such as the answer's subject.
    mutating func add(mark: String, of answer: Int) {
        add(word: lexicon.spelling(of: SearchWord(mark)), of: answer, isTitle: false)
    }

    /// Takes over what a file knows.
    ///
    /// - Parameter numbers: The new number of each answer of the file; nothing for one that is gone or changed.
    mutating func read(_ file: SegmentReader, numbers: [Int?]) throws(SegmentReader.Damaged) {
        var file = file
        var words: [(SearchWord, [Int], [Int])] = []
        var pairs = self.pairs
        try file.forEach { word, answers, titles in
            let answers = answers.compactMap { numbers[$0] }
            if !answers.isEmpty { words.append((word, answers, titles.compactMap { numbers[$0] })) }
        } pair: { pair, answers in
            for answer in answers {
                if let number = numbers[answer] { pairs.append(pair << UInt64(Self.answerBits) | UInt64(number)) }
            }
        }
        self.pairs = pairs
        for (word, answers, titles) in words {
            let entry = UInt64(lexicon.spelling(of: word)) << UInt64(Self.answerBits + 1)
            self.words += answers.map { entry | UInt64($0) }
            self.words += titles.map { entry | 1 << UInt64(Self.answerBits) | UInt64($0) }
        }
    }

    private mutating func add(word: Int, of answer: Int, isTitle: Bool) {
        let entry = UInt64(word) << UInt64(Self.answerBits + 1) | UInt64(answer)
        words.append(entry)
        if isTitle { words.append(entry | 1 << UInt64(Self.answerBits)) }
    }

    private mutating func add(pair: UInt32, of answer: Int, isTitle: Bool) {
        let entry = UInt64(pair) << UInt64(Self.answerBits + 1) | UInt64(answer)
        pairs.append(entry)
        if isTitle { pairs.append(entry | 1 << UInt64(Self.answerBits)) }
    }

    /// Brings all into order.
    mutating func sort() {
        RadixSort.sort(&words)
        RadixSort.sort(&pairs)
    }
}

/// Sorts integers by their digits: several times faster here than by comparing.
enum RadixSort {
    static func sort(_ values: inout [UInt64]) {
        var other = [UInt64](repeating: 0, count: values.count)
        let highest = values.max() ?? 0
        var shift: UInt64 = 0
        while highest >> shift != 0 {
            pass(from: &values, to: &other, shift: shift)
            swap(&values, &other)
            shift += 11
        }
    }

    private static func pass(from source: inout [UInt64], to target: inout [UInt64], shift: UInt64) {
        var places = [Int](repeating: 0, count: 1 << 11)
        places.withUnsafeMutableBufferPointer { places in
            source.withUnsafeBufferPointer { source in
                target.withUnsafeMutableBufferPointer { target in
                    for value in source { places[Int(value >> shift & 2_047)] += 1 }
                    var sum = 0
                    for digit in places.indices { (places[digit], sum) = (sum, sum + places[digit]) }
                    for value in source {
                        let digit = Int(value >> shift & 2_047)
                        target[places[digit]] = value
                        places[digit] += 1
                    }
                }
            }
        }
    }
}
