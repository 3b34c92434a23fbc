/// Vietnamese text as it should be typed, told at a glance: nearly every file is, and to look closer takes long.
enum PlainText {
    /// Whether all characters are of those that are never a fault and the same in NFC as they are.
    ///
    /// They are: printable ASCII, tab and LF; Latin letters and signs up to U+02FF without Eth, soft hyphen and controls;
    /// U+1E00…U+1EFF, where the rest of Vietnamese stands; and of punctuation, currency, arrows and relations what has
    /// no invisible neighbour. None of them combines with the character before it.
    ///
    /// - Parameter bytes: Taken for UTF-8; whether they are is for others to say.
    static func holds(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while index < bytes.count {
                let length = length(at: index, of: bytes)
                if length == 0 { return false }
                index += length
            }
            return true
        }
    }

    /// How many bytes the plain character at `index` has; none when it may not be one.
    private static func length(at index: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let byte = bytes[index]
        if byte < 0x80 { return (0x20..<0x7F).contains(byte) || byte == 10 || byte == 9 ? 1 : 0 }
        guard index + 1 < bytes.count else { return 0 }
        let second = bytes[index + 1]
        switch byte {
        case 0xC2: return second >= 0xA0 && second != 0xAD ? 2 : 0
        case 0xC3: return second != 0x90 && second != 0xB0 ? 2 : 0
        case 0xC4...0xCB: return 2
        case 0xE1: return (0xB8...0xBB).contains(second) ? 3 : 0
        case 0xE2:
            guard index + 2 < bytes.count else { return 0 }
            switch second {
            case 0x80: return (0x90...0xA7).contains(bytes[index + 2]) || bytes[index + 2] >= 0xB0 ? 3 : 0
            case 0x82, 0x86, 0x89: return 3
            default: return 0
            }
        default: return 0
        }
    }
}
