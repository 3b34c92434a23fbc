import Domain
import Foundation
import Register
import Testing

@Suite("What was acknowledged stays") struct DurabilityTests {
    @Test(arguments: 0..<6)
    func `a kill during stores loses nothing acknowledged and leaves nothing half`(round: Int) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "killed-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { removeQuietly(folder) }
        let path = folder.path
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, round = round as Int] in
            try storeUntilKilled(in: path, after: UInt32(40_000 + round * 37_000))
        }
        let acknowledged = try String(contentsOfFile: path + "/acknowledged", encoding: .utf8)
            .split(separator: "\n").compactMap { Reference(String($0)) }
        let register = try RegisterDatabase(path: path + "/register.sqlite", clock: .system)
        let stored = try register.registrations()
        #expect(!acknowledged.isEmpty)
        #expect(Set(acknowledged).isSubset(of: stored.map(\.reference)))
        #expect(stored.compactMap(\.number?.number) == Array(1..<(stored.count + 1)))
        #expect(stored.allSatisfy { $0.matters.count == 2 })
        #expect(try register.verify().faults.isEmpty)
    }

    @Test func `the file is for its owner only and every commit is synced`() throws {
        let register = try SampleRegister()
        _ = try register.database.store(SampleRegister.submission())
        for name in ["register.sqlite", "register.sqlite-wal", "register.sqlite-shm"] {
            let attributes = try FileManager.default.attributesOfItem(
                atPath: register.folder.url.appending(path: name).path)
            #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
        }
    }
}

/// Runs in a child process: four threads store and write down what was acknowledged, until the alarm.
private func storeUntilKilled(in path: String, after microseconds: UInt32) throws {
    let register = try RegisterDatabase(path: path + "/register.sqlite", clock: .system)
    let log = open(path + "/acknowledged", O_WRONLY | O_CREAT | O_APPEND, 0o600)
    // The alarm starts after the first one: on a busy machine opening alone may take longer than it.
    storeOne(in: register, log: log)
    Thread.detachNewThread {
        usleep(microseconds)
        kill(getpid(), SIGKILL)
    }
    DispatchQueue.concurrentPerform(iterations: 4) { _ in
        while true { storeOne(in: register, log: log) }
    }
}

private func storeOne(in register: RegisterDatabase, log: Int32) {
    do {
        let line = try Array("\(register.store(SampleRegister.submission()).reference)\n".utf8)
        guard write(log, line, line.count) == line.count else { exit(8) }
    } catch { exit(9) }
}

private func removeQuietly(_ url: URL) {
    do { try FileManager.default.removeItem(at: url) } catch { Issue.record("left behind: \(url.path)") }
}
