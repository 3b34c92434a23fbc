internal import Foundation

/// Base64 with the letters that need no escape in forms and addresses, without padding.
///
/// - Source: RFC 4648 §5.
enum Base64URL {
    static func encode(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// Nothing when a letter is not of the alphabet; lengths that need padding are not used here.
    static func decode(_ text: String) -> [UInt8]? {
        let isPlain = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
        guard isPlain, text.utf8.count % 4 == 0 else { return nil }
        return Data(base64Encoded: text.replacing("-", with: "+").replacing("_", with: "/")).map { [UInt8]($0) }
    }
}
