import FastCGI
import Foundation
import Testing

@Suite("What the service manager is told") struct ServiceManagerTests {
    @Test func `a datagram goes to the socket it named`() throws {
        let place = try Place()
        let path = place.folder.appending(path: "notify").path
        let ear = try ear(at: Array(path.utf8))
        defer { close(ear) }
        ServiceManager(environment: ["NOTIFY_SOCKET": path]).tell("READY=1")
        #expect(hear(ear) == "READY=1")
    }

    @Test func `a name outside the file system is understood`() throws {
        let name = "doithoai-\(UUID().uuidString)"
        let ear = try ear(at: [0] + Array(name.utf8))
        defer { close(ear) }
        ServiceManager(environment: ["NOTIFY_SOCKET": "@" + name]).tell("STOPPING=1")
        #expect(hear(ear) == "STOPPING=1")
    }

    @Test(arguments: [[:], ["NOTIFY_SOCKET": ""], ["NOTIFY_SOCKET": "/nowhere/at/all"], ["NOTIFY_SOCKET": "@"]])
    func `without a manager nothing happens`(environment: [String: String]) {
        ServiceManager(environment: environment).tell("READY=1")
    }

    @Test func `it wants a sign of life twice as often as it allows, from the process it means`() {
        let own = String(getpid())
        #expect(ServiceManager(environment: ["WATCHDOG_USEC": "120000000"]).watchdogSeconds == 60)
        #expect(ServiceManager(environment: ["WATCHDOG_USEC": "1000000", "WATCHDOG_PID": own]).watchdogSeconds == 0.5)
        #expect(ServiceManager(environment: ["WATCHDOG_USEC": "1000000", "WATCHDOG_PID": "1"]).watchdogSeconds == nil)
        #expect(ServiceManager(environment: ["WATCHDOG_USEC": "0"]).watchdogSeconds == nil)
        #expect(ServiceManager(environment: [:]).watchdogSeconds == nil)
    }

    private func ear(at name: [UInt8]) throws -> Int32 {
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        let size = socklen_t(MemoryLayout<sa_family_t>.size + name.count)
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, size) }
        }
        try #require(bound == 0)
        return descriptor
    }

    private func hear(_ descriptor: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = recv(descriptor, &bytes, bytes.count, Int32(MSG_DONTWAIT))
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }
}
