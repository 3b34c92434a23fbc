import Domain
import Foundation

/// Facts for search engines in JSON-LD: a data block, which the content security policy allows.
///
/// The facts are made in `LinkedData+….swift`.
enum LinkedData {
    /// A value of JSON, in the order given.
    indirect enum Value: Sendable {
        case text(String)
        case record([(String, Value)])
        case list([Value])
        case number(Int)
        case flag(Bool)
    }

    /// The whole element; several facts stand in one list.
    static func element(_ facts: [Value]) -> String? {
        guard !facts.isEmpty else { return nil }
        let value = Value.record([("@context", .text("https://schema.org")), ("@graph", .list(facts))])
        return "<script type=\"application/ld+json\">\(json(value))</script>"
    }

    static func json(_ value: Value) -> String {
        var json = ""
        json.reserveCapacity(2_048)
        write(value, to: &json)
        return json
    }

    private static func write(_ value: Value, to json: inout String) {
        switch value {
        case .text(let text): quote(text, to: &json)
        case .number(let number): json += String(number)
        case .flag(let flag): json += flag ? "true" : "false"
        case .list(let values):
            json += "["
            for (index, value) in values.enumerated() {
                if index > 0 { json += "," }
                write(value, to: &json)
            }
            json += "]"
        case .record(let pairs):
            json += "{"
            for (index, pair) in pairs.enumerated() {
                if index > 0 { json += "," }
                quote(pair.0, to: &json)
                json += ":"
                write(pair.1, to: &json)
            }
            json += "}"
        }
    }

    /// Text inside a JSON string inside a script element: `<`, `>` and `&` never stand there as they are, so no text
    /// can end the element or begin a comment.
    private static func quote(_ text: String, to json: inout String) {
        json += "\""
        var text = text
        let escaped = text.withUTF8 { bytes in
            bytes.indices.contains { isEscaped(bytes, at: $0) } ? escape(bytes) : nil
        }
        json += escaped ?? text
        json += "\""
    }

    private static func escape(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 64)
        var at = 0
        while at < bytes.count {
            guard isEscaped(bytes, at: at) else {
                result.append(bytes[at])
                at += 1
                continue
            }
            switch bytes[at] {
            case UInt8(ascii: "\""): result += "\\\"".utf8
            case UInt8(ascii: "\\"): result += "\\\\".utf8
            case UInt8(ascii: "\n"): result += "\\n".utf8
            case 0xE2:
                result += (bytes[at + 2] == 0xA8 ? "\\u2028" : "\\u2029").utf8
                at += 2
            default:
                let digits = String(bytes[at], radix: 16)
                result += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
            }
            at += 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Whether a sign that has to be escaped begins at a byte; U+2028 and U+2029 are three bytes in UTF-8.
    private static func isEscaped(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
        switch bytes[place] {
        case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "<"),
            UInt8(ascii: ">"), UInt8(ascii: "\\"), 0x7F:
            true
        case 0xE2: bytes[place + 1] == 0x80 && bytes[place + 2] & 0xFE == 0xA8
        default: false
        }
    }
}
