extension VietnameseText {
    /// Cleans text that needs nothing composed, mended or dropped, which nearly all is: one pass over its bytes.
    ///
    /// Gives what the long way gives. Foundation's composing of a page of text alone takes as long as storing it.
    /// - Returns: Nothing for text that the long way has to look at.
    static func cleanedPlain(_ raw: String, multiline: Bool) -> String? {
        var raw = raw
        return raw.withUTF8 { bytes in
            var isPlain = true
            let text = String(unsafeUninitializedCapacity: bytes.count) { space in
                var pass = PlainPass(into: space, multiline: multiline)
                isPlain = pass.take(bytes)
                return isPlain ? pass.end() : 0
            }
            return isPlain ? text : nil
        }
    }
}

/// Text being cleaned, byte by byte.
private struct PlainPass {
    private let space: UnsafeMutableBufferPointer<UInt8>
    private let multiline: Bool
    /// Bytes written, and how many of them stand before the line being written.
    private var count = 0
    private var lineStart = 0

    private static let blank = UInt8(ascii: " ")
    private static let lineEnd = UInt8(ascii: "\n")

    init(into space: UnsafeMutableBufferPointer<UInt8>, multiline: Bool) {
        self.space = space
        self.multiline = multiline
    }

    /// - Returns: False when a character is none of the plain ones.
    mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var at = 0
        while at < bytes.count {
            switch bytes[at] {
            case 0x21...0x7E:
                write(bytes[at])
                at += 1
            case 0x20, 0x09:
                writeBlank()
                at += 1
            case 0x0A:
                endLine()
                at += 1
            case 0x0D:
                endLine()
                at += at + 1 < bytes.count && bytes[at + 1] == 0x0A ? 2 : 1
            case 0xC2 where bytes[at + 1] == 0xA0:
                writeBlank()
                at += 2
            default:
                let length = Self.length(ofPlain: bytes, at: at)
                guard length > 0 else { return false }
                for byte in bytes[at..<(at + length)] { write(byte) }
                at += length
            }
        }
        return true
    }

    /// - Returns: Bytes of text, without space at its end.
    mutating func end() -> Int {
        while count > 0, space[count - 1] == Self.blank || space[count - 1] == Self.lineEnd { count -= 1 }
        return count
    }

    private mutating func write(_ byte: UInt8) {
        space[count] = byte
        count += 1
    }

    private mutating func writeBlank() {
        if count == lineStart || (!multiline && space[count - 1] == Self.blank) { return }
        write(Self.blank)
    }

    private mutating func endLine() {
        guard multiline else { return writeBlank() }
        while count > lineStart, space[count - 1] == Self.blank { count -= 1 }
        // No empty line at the beginning, and no second one.
        let isEmpty = count == lineStart
        if isEmpty, count < 2 || space[count - 2] == Self.lineEnd { return }
        write(Self.lineEnd)
        lineStart = count
    }

    /// Bytes of the character at `at` when it is one that no normal form changes and everybody sees; otherwise 0.
    ///
    /// Letters of Latin with their marks (U+00C0–024F, U+1E00–1EFF) but Ð and ð, which are mended; dashes, quotation
    /// marks, dots and the like (U+2010–2027, U+2030–205E).
    ///
    /// - Source: DerivedNormalizationProps.txt of Unicode 15: NFC_Quick_Check is Yes for all of them.
    private static func length(ofPlain bytes: UnsafeBufferPointer<UInt8>, at: Int) -> Int {
        let lead = bytes[at]
        switch lead {
        case 0xC3: return bytes[at + 1] == 0x90 || bytes[at + 1] == 0xB0 ? 0 : 2
        case 0xC4...0xC8: return 2
        case 0xC9: return bytes[at + 1] <= 0x8F ? 2 : 0
        case 0xE1: return (0xB8...0xBB).contains(bytes[at + 1]) ? 3 : 0
        case 0xE2:
            switch (bytes[at + 1], bytes[at + 2]) {
            case (0x80, 0x90...0xA7), (0x80, 0xB0...0xBF), (0x81, 0x80...0x9E): return 3
            default: return 0
            }
        default: return 0
        }
    }
}
