import Cryptography
import Domain
import Foundation
import Register
import Testing

@Suite("The state folder") final class StateFolderTests {
    let folder = StateFolder(
        url: FileManager.default.temporaryDirectory.appending(path: "state-\(UUID().uuidString)"))
    let start = Date(timeIntervalSince1970: 1_636_509_600)

    deinit {
        do { try FileManager.default.removeItem(at: folder.url) } catch { /* Left in the temporary folder. */  }
    }

    private func mode(_ url: URL) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? Int
    }

    @Test func `everything in it is for its owner only`() throws {
        _ = try Keyring(of: folder)
        #expect(try mode(folder.url) == 0o700)
        #expect(try mode(folder.keys) == 0o700)
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.keys.path) {
            #expect(try mode(folder.keys.appending(path: name)) == 0o600)
        }
    }

    @Test func `keys stay the same, one for each purpose, and the one before a change stays known`() throws {
        let first = try Keyring(of: folder)
        #expect(try Keyring(of: folder)[.token].current.bytes == first[.token].current.bytes)
        #expect(Set(Keyring.Purpose.allCases.map { first[$0].current.bytes }).count == 3)
        #expect(first[.code].previous == nil)

        try Keyring.rotate(in: folder)
        try Keyring.rotate(in: folder)
        let third = try Keyring(of: folder)[.code]
        #expect(third.current.generation == 3)
        #expect(third.previous?.generation == 2)
        #expect(third.key(generation: 1) == nil)
        #expect(third.current.bytes != first[.code].current.bytes)
    }

    @Test(arguments: 1...3) func `a change cut short is finished by the next start`(files: Int) throws {
        struct Cut: Error {}
        for generation in 2...3 {
            try Keyring.rotate(in: folder)
            var made = 0
            #expect(throws: Cut.self) {
                try Keyring.rotate(in: folder) {
                    made += 1
                    if made == files { throw Cut() }
                }
            }
            let keyring = try Keyring(of: folder)
            for purpose in Keyring.Purpose.allCases {
                #expect(Int(keyring[purpose].current.generation) == 2 * generation - 1)
                #expect(keyring[purpose].previous?.generation == keyring[.token].current.generation - 1)
            }
        }
    }

    @Test func `programs that start at once end with the same keys`() throws {
        let folder = folder
        let found = Found()
        let group = DispatchGroup()
        for _ in 0..<16 {
            group.enter()
            Thread.detachNewThread {
                found.failures.catching { found.add(try Keyring(of: folder)[.token].current.bytes) }
                group.leave()
            }
        }
        group.wait()
        #expect(found.failures.all.isEmpty)
        #expect(found.all.count == 16)
        #expect(Set(found.all).count == 1)
    }

    @Test func `a key that others can read, or that is cut short, is not used`() throws {
        _ = try Keyring(of: folder)
        let file = folder.keys.appending(path: "code-1.key")
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)
        #expect(throws: KeyringError.exposed(file: "code-1.key")) { try Keyring(of: folder) }
        try Data([1, 2, 3]).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
        #expect(throws: KeyringError.damaged(file: "code-1.key")) { try Keyring(of: folder) }
    }

    @Test func `a rehearsal keeps its anchor until it is restarted, and has its own releases`() throws {
        let root = URL(filePath: "/srv/portal")
        let real = Clock.stopped(at: Date(timeIntervalSince1970: 1_800_000_000))
        #expect(try folder.publicFolder(root: root).path == "/srv/portal/public")
        let anchor = try folder.rehearse(from: start, restart: false, clock: real)
        #expect(anchor.rehearsedStart == start)
        #expect(try folder.rehearse(from: start + 60, restart: false, clock: real) == anchor)
        #expect(try folder.rehearse(from: start + 60, restart: true, clock: real).rehearsedStart == start + 60)
        #expect(try folder.rehearsal?.rehearsedStart == start + 60)
        #expect(try folder.publicFolder(root: root).path == folder.url.appending(path: "public").path)
    }

    @Test func `a folder with the register or keys of a real portal becomes no rehearsal`() throws {
        _ = try Keyring(of: folder)
        #expect(throws: RehearsalError.realFolder) { try folder.rehearse(from: start, restart: true) }
        #expect(try folder.rehearsal == nil)
    }

    @Test func `a mark that cannot be read is never taken for a real folder`() throws {
        try folder.make()
        try Data("{".utf8).write(to: folder.rehearsalFile)
        #expect(throws: RehearsalError.unreadable) { try folder.clock }
    }
}

/// Keys seen by several threads.
private final class Found: @unchecked Sendable {
    let failures = Failures()
    // Guarded by lock.
    private var keys: [[UInt8]] = []
    private let lock = NSLock()

    var all: [[UInt8]] { lock.withLock { keys } }

    func add(_ key: [UInt8]) { lock.withLock { keys.append(key) } }
}
