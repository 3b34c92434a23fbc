internal import Domain

/// Signs of text that programs send in bulk: links, and one piece said over and over.
///
/// No list of words: people complain of advertising in its own words. One pass over the bytes, since every
/// registration is looked at.
struct BulkSigns: Hashable {
    /// Addresses that begin with `http://`, `www.` and the like.
    private(set) var links = 0
    /// Of all places where three words stand together, how many in a hundred were there before.
    private(set) var repetition = 0

    /// Shorter texts repeat words by nature; they are never called repetitive.
    private static let fewestPlaces = 40
    /// A run of letters without a space counts as words of this length.
    private static let longestWord = 16

    init(_ answers: FormAnswers) {
        var places = Places()
        for text in answers.values.values {
            places.begin()
            var text = text
            text.withUTF8 { bytes in
                links += Self.links(in: bytes)
                Self.read(bytes, into: &places)
            }
        }
        if places.count >= Self.fewestPlaces { repetition = places.seenBefore * 100 / places.count }
    }

    private static func links(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var count = 0
        for index in bytes.indices where index + 3 < bytes.count {
            switch (bytes[index], bytes[index + 1], bytes[index + 2], bytes[index + 3]) {
            case (UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "/"), _): count += 1
            // The one after `://` is counted there.
            case (UInt8(ascii: "w"), UInt8(ascii: "w"), UInt8(ascii: "w"), UInt8(ascii: "."))
            where index == 0 || bytes[index - 1] != UInt8(ascii: "/"):
                count += 1
            default: break
            }
        }
        return count
    }

    private static func read(_ bytes: UnsafeBufferPointer<UInt8>, into places: inout Places) {
        var word: UInt32 = 0
        var length = 0
        for byte in bytes {
            let isSpace = byte <= UInt8(ascii: " ")
            if !isSpace {
                word = (word ^ UInt32(byte)) &* 16_777_619
                length += 1
            }
            if isSpace ? length > 0 : length == longestWord {
                places.add(word)
                word = 0
                length = 0
            }
        }
        if length > 0 { places.add(word) }
    }

    /// Where three words stand together, remembered by a bit each of a table. Two that share a bit are taken for one: of
    /// 4 000 letters that makes a few in a hundred.
    private struct Places {
        private var table = [UInt64](repeating: 0, count: 256)
        private var words: (UInt32, UInt32, UInt32) = (0, 0, 0)
        private var inText = 0
        private(set) var count = 0
        private(set) var seenBefore = 0

        mutating func begin() { inText = 0 }

        mutating func add(_ word: UInt32) {
            words = (words.1, words.2, word)
            inText += 1
            guard inText >= 3 else { return }
            let mixed = (words.0 &* 0x9E37_79B1) ^ (words.1 &* 0x85EB_CA77) ^ (words.2 &* 0xC2B2_AE3D)
            // The upper 14 bits: a table of 256 times 64.
            let place = Int(((mixed ^ (mixed >> 15)) &* 0x2C1B_3C6D) >> 18)
            let bit: UInt64 = 1 << UInt64(place & 63)
            count += 1
            if table[place >> 6] & bit != 0 { seenBefore += 1 }
            table[place >> 6] |= bit
        }
    }
}
