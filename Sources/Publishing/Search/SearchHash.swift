/// Where a word or a pair of words stands in the search data; the script computes the same.
enum SearchHash {
    /// FNV-1a, 32 bits.
    static func word(_ folded: some Sequence<UInt8>) -> UInt32 {
        folded.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
    }

    /// Of two words that follow each other, from their own hashes.
    static func pair(_ first: UInt32, _ second: UInt32) -> UInt32 { first &* 31 &+ second }

    /// Spread evenly, so that its first bits can choose a bucket.
    ///
    /// Source: the finaliser of MurmurHash3, 32 bits.
    static func place(_ hash: UInt32) -> UInt32 {
        var mixed = hash
        mixed = (mixed ^ (mixed >> 16)) &* 0x85EB_CA6B
        mixed = (mixed ^ (mixed >> 13)) &* 0xC2B2_AE35
        return mixed ^ (mixed >> 16)
    }
}
