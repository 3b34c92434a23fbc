import FastCGI
import FastCGIClient
import Foundation
import Testing

@Suite("Stopping") struct StoppingTests {
    @Test func `requests in hand and in the queue are finished, later ones find nobody`() async throws {
        let place = try Place()
        let entered = DispatchSemaphore(value: 0)
        let server = try Server(Listener.open(path: place.socket), threads: 2) { _ in
            entered.signal()
            Thread.sleep(forTimeInterval: 0.3)
            return Response(status: 204)
        }
        let client = place.client
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<4 {
                group.addTask { try await onThread { try client.send("GET", "/", contentLength: "").status } }
            }
            try await onThread {
                for _ in 0..<2 { entered.wait() }
                // Time for the other two to stand in the queue.
                Thread.sleep(forTimeInterval: 0.1)
                server.stop()
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses == [204, 204, 204, 204])
        #expect(throws: FastCGIClient.Failure.self) { try client.send("GET", "/", contentLength: "") }
        #expect(!FileManager.default.fileExists(atPath: place.socket))
    }

    @Test func `a thread that waits for nobody ends at once`() throws {
        let place = try Place()
        let server = try Server(Listener.open(path: place.socket), threads: 64) { _ in Response(status: 204) }
        let start = ContinuousClock.now
        server.stop()
        #expect(ContinuousClock.now - start < .seconds(2))
    }
}

/// Runs blocking work on a thread of its own, so that Swift's threads stay free.
func onThread<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread { continuation.resume(with: Result { try work() }) }
    }
}
