/// What goes back to the web server.
package struct Response: Hashable, Sendable {
    package var status: Int
    /// In the order sent. Line ends inside a value are sent as spaces, so that no value can start a header of its own.
    package var headers: [Header]
    package var body: [UInt8]

    package init(status: Int, headers: [Header] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    package struct Header: Hashable, Sendable {
        package var name: String
        package var value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Status, headers and the empty line in the form of RFC 3875 §6.
    ///
    /// The length is always told: without it nginx takes an answer that a killed program left half said for a whole one.
    var head: [UInt8] {
        var text = "Status: \(status)\r\nContent-Length: \(body.count)\r\n"
        for header in headers { text += "\(Self.oneLine(header.name)): \(Self.oneLine(header.value))\r\n" }
        return Array((text + "\r\n").utf8)
    }

    private static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x7F }

    private static func oneLine(_ text: String) -> String {
        guard text.utf8.contains(where: isControl) else { return text }
        return String(decoding: text.utf8.map { isControl($0) ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
    }
}
