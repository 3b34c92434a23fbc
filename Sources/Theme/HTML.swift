/// The few things that are true of HTML wherever it is written.
package enum HTML {
    /// Text as it stands in an element or in a quoted attribute.
    package static func escape(_ text: String) -> String {
        var text = text
        return text.withUTF8 { bytes in
            // Most texts hold nothing to escape, and then cost no copy.
            guard let first = bytes.firstIndex(where: isSpecial) else { return nil }
            var escaped: [UInt8] = []
            escaped.reserveCapacity(bytes.count + 32)
            escaped.append(contentsOf: bytes[..<first])
            append(UnsafeBufferPointer(rebasing: bytes[first...]), escapedTo: &escaped)
            return String(decoding: escaped, as: UTF8.self)
        } ?? text
    }

    /// Adds `text` to `page` as it stands in an element or in a quoted attribute.
    static func append(_ text: String, escapedTo page: inout [UInt8]) {
        var text = text
        text.withUTF8 { append($0, escapedTo: &page) }
    }

    private static func append(_ bytes: UnsafeBufferPointer<UInt8>, escapedTo page: inout [UInt8]) {
        var from = 0
        for at in bytes.indices where isSpecial(bytes[at]) {
            page.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[from..<at]))
            page.append(contentsOf: reference(to: bytes[at]).utf8)
            from = at + 1
        }
        page.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[from...]))
    }

    private static func reference(to byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        default: "&#39;"
        }
    }

    /// One bit for each of the five signs, all below 64 (`"` `&` `'` `<` `>`): a test without branches. Written out, for
    /// a value worked out at the first use would be asked for at every byte.
    private static let special: UInt64 = 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E

    private static func isSpecial(_ byte: UInt8) -> Bool { byte < 64 && special &>> UInt64(byte) & 1 == 1 }
}
