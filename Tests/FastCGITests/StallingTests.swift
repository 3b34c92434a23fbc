import FastCGI
import FastCGIClient
import Foundation
import Testing

@Suite("Peers that stall, and signals", .timeLimit(.minutes(1))) struct StallingTests {
    /// A request begun, and one parameter whose rest never comes.
    private static let half = FastCGIClient.record(1, [0, 1, 0, 0, 0, 0, 0, 0]) + [1, 4, 0, 1, 0, 90, 0, 0, 11]

    @Test(arguments: [[], [1], half])
    func `whoever stalls before the request is whole lets go of its thread in time`(sent: [UInt8]) async throws {
        let place = try Place()
        let server = try Server(
            Listener.open(path: place.socket), threads: 2, limits: Limits(bodyBytes: 1_000, stallSeconds: 1)
        ) { _ in Response(status: 204) }
        let stalling = try (0..<2).map { _ in try Connection(path: place.socket) }
        for connection in stalling { try connection.write(sent) }
        let client = place.client
        let start = ContinuousClock.now
        let answer = try await onThread { try client.send("GET", "/", contentLength: "") }
        #expect(answer.status == 204)
        #expect(ContinuousClock.now - start < .seconds(30))
        withExtendedLifetime(stalling) {}
        server.stop()
    }

    @Test func `the signal libfcgi takes for an order to stop changes nothing`() async throws {
        let place = try Place()
        let server = try Server(Listener.open(path: place.socket), threads: 2) { _ in Response(status: 204) }
        defer { server.stop() }
        kill(getpid(), SIGUSR1)
        let client = place.client
        // More requests than threads: a thread that gave up would be missed.
        for _ in 0..<6 {
            #expect(try await onThread { try client.send("GET", "/", contentLength: "").status } == 204)
        }
    }
}
