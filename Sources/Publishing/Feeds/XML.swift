/// Text as it may stand in XML.
enum XML {
    /// Escaped for elements and quoted attributes; signs that XML 1.0 does not allow are dropped.
    static func escape(_ text: String) -> String {
        var text = text
        return text.withUTF8 { bytes in
            guard bytes.contains(where: mayNotStand) else { return nil }
            var result: [UInt8] = []
            result.reserveCapacity(bytes.count + 64)
            for at in bytes.indices { append(bytes, at: at, to: &result) }
            return String(decoding: result, as: UTF8.self)
        } ?? text
    }

    private static func append(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int, to result: inout [UInt8]) {
        switch bytes[place] {
        case UInt8(ascii: "&"): result += "&amp;".utf8
        case UInt8(ascii: "<"): result += "&lt;".utf8
        case UInt8(ascii: ">"): result += "&gt;".utf8
        case UInt8(ascii: "\""): result += "&quot;".utf8
        case UInt8(ascii: "'"): result += "&#39;".utf8
        case UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): result.append(bytes[place])
        // Source: XML 1.0 (fifth edition), production 2, Char.
        case 0..<0x20: break
        case _ where isNoCharacter(bytes, around: place): break
        default: result.append(bytes[place])
        }
    }

    private static func mayNotStand(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"),
            0xEF:
            true
        default: false
        }
    }

    /// One of the three bytes of U+FFFE or U+FFFF: EF BF BE, EF BF BF.
    private static func isNoCharacter(_ bytes: UnsafeBufferPointer<UInt8>, around place: Int) -> Bool {
        guard bytes[place] >= 0xBE else { return false }
        return (max(0, place - 2)...place).contains { start in
            start + 2 < bytes.count && bytes[start] == 0xEF && bytes[start + 1] == 0xBF && bytes[start + 2] >= 0xBE
        }
    }
}
