import Domain

/// What may make two answers akin, as numbers.
enum AnswerFeatures {
    /// Words of questions that are about anything; a pair with one of them is no feature.
    private static let empty: Set<UInt64> = Set(
        [
            "ai", "bao", "bị", "các", "cách", "cần", "chúng", "cho", "có", "còn", "của", "đã", "đang", "đâu", "để",
            "đến",
            "đó", "được", "gì", "hay", "hoặc", "không", "khi", "là", "làm", "lâu", "mà", "mấy", "một", "muốn", "nào",
            "này",
            "nên", "nếu", "nhiêu", "như", "những", "ở", "phải", "ra", "rồi", "sao", "sẽ", "tại", "thế", "thì", "thêm",
            "theo",
            "tôi", "trong", "từ", "và", "về", "với",
        ].map { $0.unicodeScalars.reduce(seed) { mixed($0, $1) } })

    private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

    /// FNV-1a: good enough to tell words apart, and the same on every machine.
    private static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

    private static func mixed(_ hash: UInt64, _ letter: Unicode.Scalar) -> UInt64 {
        let small = lowercased(letter.value)
        return mixed(mixed(hash, UInt8(truncatingIfNeeded: small)), UInt8(truncatingIfNeeded: small >> 8))
    }

    static func forEach(of answer: Answer, _ body: (UInt64) -> Void) {
        pairs(of: answer.title, body)
        for basis in answer.legalBases { body(hash(of: basis, after: 1)) }
        if let authority = answer.authority { body(hash(of: authority, after: 2)) }
    }

    private static func hash(of text: String, after kind: UInt8) -> UInt64 {
        var hash = mixed(seed, kind)
        for byte in text.utf8 { hash = mixed(hash, byte) }
        return hash
    }

    /// Each pair of neighbouring syllables: «nhãn hiệu», «hiệu tập», «tập thể».
    private static func pairs(of title: String, _ body: (UInt64) -> Void) {
        var before: UInt64?
        var word = seed
        func close() {
            guard word != seed else { return }
            let isEmpty = empty.contains(word)
            if let before, !isEmpty { body(before &* 31 &+ word) }
            before = isEmpty ? nil : word
            word = seed
        }
        for scalar in title.unicodeScalars {
            switch scalar {
            case " ", "\u{A0}", "-", "/": close()
            case ",", ".", "?", "!", ":", ";", "(", ")", "“", "”", "\"", "–":
                close()
                before = nil
            default:
                word = mixed(word, scalar)
            }
        }
        close()
    }

    /// A Vietnamese letter in NFC as a small one. Unicode's own tables know far more letters and take far longer.
    private static func lowercased(_ letter: UInt32) -> UInt32 {
        switch letter {
        case 0x41...0x5A, 0xC0...0xDD: letter + 0x20
        case 0x102, 0x110, 0x128, 0x168, 0x1A0: letter + 1
        case 0x1AF: 0x1B0
        case 0x1EA0...0x1EF8: letter | 1
        default: letter
        }
    }
}
