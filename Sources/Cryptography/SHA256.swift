import CCrypto
package import Foundation

/// A SHA-256 digest: 32 bytes.
///
/// Source: FIPS 180-4; computed by libcrypto.
package struct SHA256Digest: Hashable, Sendable, CustomStringConvertible {
    /// The 32 bytes.
    package let bytes: [UInt8]

    /// Digests `data` in one go.
    package init(of data: some ContiguousBytes) {
        bytes = data.withUnsafeBytes { input in
            [UInt8](unsafeUninitializedCapacity: Int(SHA256_DIGEST_LENGTH)) { output, count in
                SHA256(input.bindMemory(to: UInt8.self).baseAddress, input.count, output.baseAddress)
                count = Int(SHA256_DIGEST_LENGTH)
            }
        }
    }

    /// Digests the UTF-8 bytes of `text`.
    package init(of text: String) {
        self.init(of: Array(text.utf8))
    }

    /// 64 lower-case hexadecimal digits.
    package var description: String { bytes.hexadecimal }
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
