import FastCGIClient
import Foundation
import Testing

@testable import FastCGI

@Suite("The head of a request, before libfcgi reads it", .timeLimit(.minutes(1))) struct RequestHeadTests {
    private static let begin = FastCGIClient.record(1, [0, 1, 0, 0, 0, 0, 0, 0])
    private static let end = FastCGIClient.record(4, [])
    private static let huge: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF]

    private func reading(_ bytes: [UInt8]) -> RequestHead.Reading {
        bytes.withUnsafeBytes { RequestHead.reading($0) }
    }

    @Test func `a whole head is sound, each beginning of it incomplete`() {
        let pairs =
            [3, 4] + Array("a=1".utf8) + Array("b=22".utf8) + [0x80, 0, 0, 200, 1] + Array(repeating: 65, count: 201)
        let whole =
            Self.begin + FastCGIClient.record(4, Array(pairs.prefix(9)))
            + FastCGIClient.record(
                4, Array(pairs.dropFirst(9))) + Self.end
        #expect(reading(whole) == .sound)
        #expect(reading(whole + FastCGIClient.record(5, [1, 2, 3])) == .sound)
        for count in 0..<whole.count { #expect(reading(Array(whole.prefix(count))) == .incomplete, "\(count)") }
    }

    @Test(arguments: [
        huge + huge, huge + [1], [1] + huge, [0x80, 1, 0, 0, 1], [0x80, 0, 0xFF, 0xFF, 0x80, 0, 0xFF, 0xFF],
    ])
    func `a parameter that claims more than a head may hold is refused`(lengths: [UInt8]) {
        #expect(reading(Self.begin + FastCGIClient.record(4, lengths)) == .refused)
        // The same, one byte a record.
        #expect(reading(Self.begin + lengths.flatMap { FastCGIClient.record(4, [$0]) }) == .refused)
    }

    @Test(arguments: [
        FastCGIClient.record(9, huge + huge), FastCGIClient.record(5, [1]), [2, 1, 0, 1, 0, 8, 0, 0],
        Array("GET / HTTP/1.1\r\n\r\n".utf8), begin + FastCGIClient.record(4, [200]) + end,
    ])
    func `what is no request is refused`(bytes: [UInt8]) {
        #expect(reading(bytes) == .refused)
    }

    /// A record that names request `number`, where ``FastCGIClient/record(_:_:)`` names the first.
    private static func record(_ type: UInt8, _ content: [UInt8], of number: UInt8) -> [UInt8] {
        var bytes = FastCGIClient.record(type, content)
        bytes[3] = number
        return bytes
    }

    @Test(arguments: [
        begin + record(4, [3], of: 3) + FastCGIClient.record(4, [3, 4]),  // another request's
        begin + begin, begin + FastCGIClient.record(2, []), begin + record(1, [0, 1, 0, 0, 0, 0, 0, 0], of: 2),
        FastCGIClient.record(4, [3, 4]), record(1, [0, 1, 0, 0, 0, 0, 0, 0], of: 0),
        FastCGIClient.record(1, [0, 1, 0, 0]), FastCGIClient.record(1, [0, 1] + Array(repeating: 0, count: 70)),
    ])
    func `nothing but the request's own parameters may stand in its head`(bytes: [UInt8]) {
        #expect(reading(bytes + Self.end) == .refused)
    }

    @Test func `a claim of four gigabytes ends its connection and nothing else`() async throws {
        let place = try Place()
        let server = try Server(Listener.open(path: place.socket), threads: 1) { _ in Response(status: 204) }
        defer { server.stop() }
        for claim in [Self.huge + Self.huge, Self.huge + [0], [0] + Self.huge] {
            #expect(throws: FastCGIClient.Failure.self) {
                try place.client.exchange(Self.begin + FastCGIClient.record(4, claim) + Self.end)
            }
        }
        #expect(throws: (any Error).self) {
            try place.client.exchange(FastCGIClient.record(9, Self.huge + Self.huge))
        }
        let client = place.client
        #expect(try await onThread { try client.send("GET", "/", contentLength: "").status } == 204)
    }

    @Test func `a head that comes byte by byte is waited for, one without end is not`() throws {
        let place = try Place()
        let server = try Server(Listener.open(path: place.socket), threads: 1) { request in
            Response(status: 200, body: Array(request.method.utf8))
        }
        defer { server.stop() }
        let slow = try Connection(path: place.socket)
        let pairs = [14, 4] + Array("REQUEST_METHODPOST".utf8) + [14, 1] + Array("CONTENT_LENGTH2".utf8)
        let request = Self.begin + FastCGIClient.record(4, pairs) + Self.end + FastCGIClient.record(5, Array("ab".utf8))
        for byte in request + FastCGIClient.record(5, []) {
            try slow.write([byte])
            usleep(200)
        }
        let answer = slow.readAll()
        #expect(String(decoding: answer, as: UTF8.self).contains("\r\n\r\nPOST"))

        let endless = (0..<40).flatMap { _ in
            FastCGIClient.record(4, [1, 0x80, 0, 7, 0xD0, 65] + Array(repeating: 66, count: 2_000))
        }
        #expect(throws: (any Error).self) { try place.client.exchange(Self.begin + endless) }
        #expect(try place.client.send("GET", "/", contentLength: "").status == 200)
    }
}
