import CCrypto
package import Foundation

/// A SHA-256 digest: 32 bytes.
///
/// Held as four words, so that tables of thousands of them cost no allocation each.
///
/// Source: FIPS 180-4; computed by libcrypto.
package struct SHA256Digest: Hashable, Sendable, CustomStringConvertible {
    // Eight bytes each, the first one highest.
    private let first: UInt64
    private let second: UInt64
    private let third: UInt64
    private let fourth: UInt64

    /// Digests `data` in one go.
    package init(of data: some ContiguousBytes) {
        self = data.withUnsafeBytes { input in
            withUnsafeTemporaryAllocation(byteCount: 32, alignment: 8) { output in
                guard let place = output.baseAddress else { preconditionFailure("32 bytes have a place") }
                var state = SHA256State()
                state.add(input)
                state.finish(into: place)
                return SHA256Digest(raw: UnsafeRawBufferPointer(output))
            }
        }
    }

    /// Digests the UTF-8 bytes of `text`.
    package init(of text: String) {
        self.init(of: Array(text.utf8))
    }

    /// Reads 64 lower-case hexadecimal digits; nothing for anything else.
    package init?(hexadecimal digits: UnsafeRawBufferPointer) {
        guard digits.count == 64,
            let first = UInt64(hexadecimal: digits[0..<16]), let second = UInt64(hexadecimal: digits[16..<32]),
            let third = UInt64(hexadecimal: digits[32..<48]), let fourth = UInt64(hexadecimal: digits[48..<64])
        else { return nil }
        (self.first, self.second, self.third, self.fourth) = (first, second, third, fourth)
    }

    private init(raw: UnsafeRawBufferPointer) {
        func word(_ index: Int) -> UInt64 {
            UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
        }
        (first, second, third, fourth) = (word(0), word(1), word(2), word(3))
    }

    /// The 32 bytes.
    package var bytes: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 32) { bytes, count in
            let raw = UnsafeMutableRawBufferPointer(bytes)
            for (index, word) in words.enumerated() {
                raw.storeBytes(of: word.bigEndian, toByteOffset: index * 8, as: UInt64.self)
            }
            count = 32
        }
    }

    /// 64 lower-case hexadecimal digits.
    package var description: String {
        String(unsafeUninitializedCapacity: 64) { output in
            writeHexadecimal(to: UnsafeMutableRawBufferPointer(output))
            return 64
        }
    }

    /// Writes 64 lower-case hexadecimal digits to the beginning of `output`.
    package func writeHexadecimal(to output: UnsafeMutableRawBufferPointer) {
        for (index, word) in words.enumerated() {
            for place in 0..<16 {
                let nibble = UInt8(truncatingIfNeeded: word >> UInt64(60 - 4 * place)) & 15
                output[index * 16 + place] = nibble < 10 ? 0x30 + nibble : 0x57 + nibble
            }
        }
    }

    private var words: [UInt64] { [first, second, third, fourth] }
}

extension UInt64 {
    /// Reads lower-case hexadecimal digits; nothing when one is none.
    fileprivate init?(hexadecimal digits: Slice<UnsafeRawBufferPointer>) {
        var value: UInt64 = 0
        for byte in digits {
            switch byte {
            case 0x30...0x39: value = value << 4 | UInt64(byte - 0x30)
            case 0x61...0x66: value = value << 4 | UInt64(byte - 0x57)
            default: return nil
            }
        }
        self = value
    }
}

extension Sequence<UInt8> {
    /// Lower-case hexadecimal, two digits a byte.
    package var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in self {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
