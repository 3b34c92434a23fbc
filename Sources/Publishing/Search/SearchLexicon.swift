import Domain

/// The words of one segment in all their spellings, numbered as they are met.
struct SearchLexicon {
    /// A folded word.
    struct Term {
        let folded: [UInt8]
        let hash: UInt32
        /// Numbers of its spellings.
        var spellings: [Int] = []
    }

    /// A word as written, without what search never tells apart.
    struct Spelling {
        /// See ``SearchWord/exact``.
        let exact: [UInt8]
        let term: Int
    }

    private(set) var terms: [Term] = []
    private(set) var spellings: [Spelling] = []
    private var termNumbers: [String: Int] = [:]
    private var spellingNumbers: [String: Int] = [:]
    private var tokens = TokenTable()

    /// The number of the spelling of a token as it stands in a text.
    ///
    /// A text says the same few thousand tokens again and again: each is folded only once.
    mutating func spelling(of token: UnsafeBufferPointer<UInt8>) -> Int {
        let slot = tokens.slot(of: token)
        if let known = tokens.number(at: slot) { return known }
        let number = spelling(of: SearchWord(String(decoding: token, as: UTF8.self)))
        tokens.set(number, for: token, at: slot)
        return number
    }

    /// The number of the spelling of a word.
    mutating func spelling(of word: SearchWord) -> Int {
        if let known = spellingNumbers[word.exact] { return known }
        let term = term(word.folded)
        spellings.append(Spelling(exact: Array(word.exact.utf8), term: term))
        spellingNumbers[word.exact] = spellings.count - 1
        terms[term].spellings.append(spellings.count - 1)
        return spellings.count - 1
    }

    private mutating func term(_ folded: String) -> Int {
        if let known = termNumbers[folded] { return known }
        let bytes = Array(folded.utf8)
        terms.append(Term(folded: bytes, hash: SearchHash.word(bytes)))
        termNumbers[folded] = terms.count - 1
        return terms.count - 1
    }
}

/// Tokens by their bytes: a hash table that makes no string to look one up.
private struct TokenTable {
    private struct Entry {
        var hash: UInt64
        var start: Int
        var length: Int
        var number: Int
    }

    private var entries: [Entry] = []
    /// Index in `entries` plus one; 0 for a free slot. As many as a power of two.
    private var slots = [Int32](repeating: 0, count: 1 << 14)
    private var bytes: [UInt8] = []

    /// The slot that holds the token, or the free one where it belongs.
    func slot(of token: UnsafeBufferPointer<UInt8>) -> Int {
        let hash = Self.hash(token)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let entry = entries[Int(slots[slot]) - 1]
            if entry.hash == hash, entry.length == token.count, isEqual(entry, token) { return slot }
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    func number(at slot: Int) -> Int? { slots[slot] == 0 ? nil : entries[Int(slots[slot]) - 1].number }

    mutating func set(_ number: Int, for token: UnsafeBufferPointer<UInt8>, at slot: Int) {
        entries.append(Entry(hash: Self.hash(token), start: bytes.count, length: token.count, number: number))
        bytes.append(contentsOf: token)
        slots[slot] = Int32(entries.count)
        if entries.count * 2 > slots.count { grow() }
    }

    private mutating func grow() {
        slots = [Int32](repeating: 0, count: slots.count * 2)
        for (index, entry) in entries.enumerated() {
            var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(index + 1)
        }
    }

    private func isEqual(_ entry: Entry, _ token: UnsafeBufferPointer<UInt8>) -> Bool {
        for offset in 0..<entry.length where bytes[entry.start + offset] != token[offset] { return false }
        return true
    }

    private static func hash(_ token: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in token { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        // The table looks at the last bits, which the multiplication mixes least.
        return hash ^ (hash >> 32)
    }
}
