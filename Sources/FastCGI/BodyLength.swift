/// Reads `CONTENT_LENGTH`.
///
/// - Returns: Bytes; `Int.max` for a number no Int holds.
/// - Source: RFC 3875 §4.1.2 (`"" | 1*digit`); RFC 9110 §8.6.
func bodyLength(_ text: String?, method: String) throws(BodyError) -> Int {
    guard let text, !text.isEmpty else {
        // nginx leaves the parameter empty for requests that carry no body.
        if ["POST", "PUT", "PATCH"].contains(method) { throw .lengthMissing }
        return 0
    }
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { throw .lengthInvalid }
    return Int(text) ?? .max
}
