import Foundation

/// The web server's side of FastCGI, as small as tests need it: one request a connection.
///
/// - Source: FastCGI Specification 1.0, §3 and §5.
package struct FastCGIClient: Sendable {
    package let path: String

    package init(path: String) { self.path = path }

    /// What came back: status from the `Status` header, the other headers in order, the body.
    package struct Answer: Hashable, Sendable {
        package var status: Int
        package var headers: [String: String]
        package var body: [UInt8]

        package var text: String { String(decoding: body, as: UTF8.self) }
    }

    /// Sends a request and reads the whole answer.
    ///
    /// - Parameter contentLength: `CONTENT_LENGTH` as sent; by default the true length, and no parameter for an empty string.
    /// - Throws: ``Failure`` when no whole answer comes back.
    package func send(
        _ method: String, _ path: String, parameters: [String: String] = [:], body: [UInt8] = [],
        contentLength: String? = nil
    ) throws -> Answer {
        var all = ["REQUEST_METHOD": method, "SCRIPT_NAME": path, "REQUEST_URI": path]
        let length = contentLength ?? String(body.count)
        if !length.isEmpty { all["CONTENT_LENGTH"] = length }
        all.merge(parameters) { _, given in given }
        let pairs = all.sorted { $0.key < $1.key }.flatMap { Self.pair($0.key, $0.value) }
        var bytes = Self.record(1, [0, 1, 0, 0, 0, 0, 0, 0]) + Self.stream(4, pairs) + Self.record(4, [])
        bytes += Self.stream(5, body) + Self.record(5, [])
        return try exchange(bytes)
    }

    /// Sends raw bytes and nothing after them, and reads what comes back as an answer.
    package func exchange(_ bytes: [UInt8]) throws -> Answer {
        let connection = try Connection(path: path)
        try connection.write(bytes)
        connection.finishWriting()
        return try Self.answer(in: connection.readAll())
    }

    package enum Failure: Error, Hashable, Sendable {
        case cannotConnect(Int32)
        case cannotWrite(Int32)
        /// Silence, or an answer that stops in the middle.
        case broken(received: Int)
    }

    /// A record of FastCGI for request 1.
    package static func record(_ type: UInt8, _ content: [UInt8]) -> [UInt8] {
        [1, type, 0, 1, UInt8(content.count >> 8), UInt8(content.count & 255), 0, 0] + content
    }

    static func stream(_ type: UInt8, _ content: [UInt8]) -> [UInt8] {
        stride(from: 0, to: content.count, by: 60_000).flatMap {
            record(type, Array(content[$0..<min($0 + 60_000, content.count)]))
        }
    }

    static func pair(_ name: String, _ value: String) -> [UInt8] {
        length(name.utf8.count) + length(value.utf8.count) + Array(name.utf8) + Array(value.utf8)
    }

    private static func length(_ count: Int) -> [UInt8] {
        count < 128 ? [UInt8(count)] : [24, 16, 8, 0].map { UInt8(count >> $0 & 255) | ($0 == 24 ? 128 : 0) }
    }

    private static func answer(in bytes: [UInt8]) throws -> Answer {
        var output: [UInt8] = []
        var rest = bytes[...]
        var ended = false
        while rest.count >= 8 {
            let head = Array(rest.prefix(8))
            let count = Int(head[4]) << 8 + Int(head[5])
            rest = rest.dropFirst(8)
            if head[1] == 6 { output += rest.prefix(count) }
            if head[1] == 3 { ended = true }
            rest = rest.dropFirst(count + Int(head[6]))
        }
        guard ended, let split = output.firstRange(of: Array("\r\n\r\n".utf8)) else {
            throw Failure.broken(received: bytes.count)
        }
        var headers: [String: String] = [:]
        for line in String(decoding: output[..<split.lowerBound], as: UTF8.self).components(separatedBy: "\r\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { throw Failure.broken(received: bytes.count) }
            headers[String(parts[0])] = parts[1].trimmingCharacters(in: CharacterSet(charactersIn: " "))
        }
        let status = headers.removeValue(forKey: "Status").flatMap(Int.init) ?? 200
        return Answer(status: status, headers: headers, body: Array(output[split.upperBound...]))
    }
}
