import FastCGI
import FastCGIClient
import Foundation
import Testing

@Suite("Owning the socket") struct ListeningTests {
    @Test func `the socket is for owner and group only`() throws {
        let place = try Place()
        let server = try Server(Listener.open(path: place.socket), threads: 1) { _ in Response(status: 204) }
        defer { server.stop() }
        let mode = try FileManager.default.attributesOfItem(atPath: place.socket)[.posixPermissions] as? Int
        #expect(mode == 0o660)
    }

    @Test func `a socket another process listens on is left alone`() throws {
        let place = try Place()
        let server = try Server(Listener.open(path: place.socket), threads: 1) { _ in Response(status: 204) }
        defer { server.stop() }
        let error = #expect(throws: ListenerError.self) { try Listener.open(path: place.socket) }
        #expect(error?.reason == .inUse)
        #expect(try place.client.send("GET", "/", contentLength: "").status == 204)
    }

    @Test func `what a killed process left behind is replaced`() throws {
        let place = try Place()
        try bindWithoutListening(place.socket)
        let server = try Server(Listener.open(path: place.socket), threads: 1) { _ in Response(status: 204) }
        defer { server.stop() }
        #expect(try place.client.send("GET", "/", contentLength: "").status == 204)
    }

    @Test func `a file that is no socket is left alone`() throws {
        let place = try Place()
        try Data("keep".utf8).write(to: URL(filePath: place.socket))
        let error = #expect(throws: ListenerError.self) { try Listener.open(path: place.socket) }
        #expect(error?.reason == .notASocket)
        #expect(try Data(contentsOf: URL(filePath: place.socket)) == Data("keep".utf8))
    }

    @Test(arguments: ["", String(repeating: "a", count: 108)])
    func `a path no socket can have is refused`(path: String) {
        let error = #expect(throws: ListenerError.self) { try Listener.open(path: path) }
        #expect(error?.reason == .pathTooLong)
    }

    @Test(arguments: 0..<20)
    func `of many who find a dead socket at the same moment one gets it`(round: Int) async throws {
        let place = try Place()
        try bindWithoutListening(place.socket)
        let path = place.socket
        let listeners = await withTaskGroup(of: Listener?.self) { group in
            for _ in 0..<4 { group.addTask { try? Listener.open(path: path) } }
            return await group.reduce(into: [Listener]()) { if let listener = $1 { $0.append(listener) } }
        }
        #expect(listeners.count == 1, "round \(round)")
        let server = try Server(#require(listeners.first), threads: 1) { _ in Response(status: 204) }
        #expect(try place.client.send("GET", "/", contentLength: "").status == 204)
        server.stop()
        // Let go of, it may be had again.
        try Server(Listener.open(path: path), threads: 1) { _ in Response(status: 204) }.stop()
    }

    private func bindWithoutListening(_ path: String) throws {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, size) }
        }
        try #require(bound == 0)
    }
}
