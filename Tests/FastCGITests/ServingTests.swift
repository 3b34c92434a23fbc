import FastCGI
import FastCGIClient
import Foundation
import Testing

@Suite("Serving over a Unix socket") struct ServingTests {
    @Test func `a request reaches the program whole and its answer comes back whole`() throws {
        let place = try Place()
        let server = try Server(Listener.open(path: place.socket), threads: 2) { request in
            let body = (try? request.body.get()) ?? []
            return Response(
                status: 201,
                headers: [.init("Content-Type", "text/plain"), .init("X-Seen", request.header("x-test") ?? "nothing")],
                body: Array("\(request.method) \(request.path) \(request.query) ".utf8) + body)
        }
        defer { server.stop() }
        let body = Array("tên=Nguyễn".utf8)
        let answer = try place.client.send(
            "POST", "/gui/phieu", parameters: ["QUERY_STRING": "a=1", "HTTP_X_TEST": "có"], body: body)
        #expect(answer.status == 201)
        let length = "\(answer.body.count)"
        #expect(answer.headers == ["Content-Type": "text/plain", "X-Seen": "có", "Content-Length": length])
        #expect(answer.text == "POST /gui/phieu a=1 tên=Nguyễn")
    }

    @Test(arguments: [
        ("", BodyError.lengthMissing), ("-1", .lengthInvalid), ("+5", .lengthInvalid), ("5 ", .lengthInvalid),
        ("0x5", .lengthInvalid), ("1001", .tooLarge(limit: 1_000)),
        ("99999999999999999999999999", .tooLarge(limit: 1_000)), ("9", .short(promised: 9, received: 5)),
        ("4", .long(promised: 4)),
    ])
    func `a body that differs from its declared length is refused with the reason`(
        length: String, error: BodyError
    ) throws {
        let place = try Place()
        let server = try Server(
            Listener.open(path: place.socket), threads: 1, limits: Limits(bodyBytes: 1_000)
        ) { request in
            guard case .failure(let found) = request.body else { return Response(status: 200) }
            return Response(status: 400, body: Array("\(found)".utf8))
        }
        defer { server.stop() }
        let answer = try place.client.send("POST", "/", body: Array("abcde".utf8), contentLength: length)
        #expect(answer.text == "\(error)")
    }

    @Test func `an answer to HEAD has no body`() throws {
        let place = try Place()
        let server = try Server(Listener.open(path: place.socket), threads: 1) { _ in
            Response(status: 200, body: Array("text".utf8))
        }
        defer { server.stop() }
        #expect(try place.client.send("HEAD", "/", contentLength: "").body.isEmpty)
    }

    @Test func `line ends in a header value start no header of their own`() throws {
        let place = try Place()
        let server = try Server(Listener.open(path: place.socket), threads: 1) { _ in
            Response(status: 200, headers: [.init("X-Name", "a\r\nSet-Cookie: b=c")])
        }
        defer { server.stop() }
        let answer = try place.client.send("GET", "/", contentLength: "")
        #expect(answer.headers == ["X-Name": "a  Set-Cookie: b=c", "Content-Length": "0"])
    }

    @Test func `malformed records end their connection and nothing else`() throws {
        let place = try Place()
        let server = try Server(Listener.open(path: place.socket), threads: 1) { _ in Response(status: 204) }
        defer { server.stop() }
        let garbage: [[UInt8]] = [
            [], [9, 9, 9], Array("GET / HTTP/1.1\r\n\r\n".utf8), [7, 1, 0, 1, 0, 8, 0, 0],
            FastCGIClient.record(1, [0, 1, 0, 0, 0, 0, 0, 0]) + FastCGIClient.record(4, [200, 1]),
            FastCGIClient.record(1, [0, 1, 0, 0, 0, 0, 0, 0])
                + FastCGIClient.record(4, [0x84, 0, 0, 0, 3, 65]) + FastCGIClient.record(4, []),
        ]
        for bytes in garbage { _ = try? place.client.exchange(bytes) }
        #expect(try place.client.send("GET", "/", contentLength: "").status == 204)
    }
}
