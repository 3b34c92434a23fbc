import Domain
import Foundation
import GRDB
import Testing

@testable import Register

@Suite("A register whose file is moved, replaced or damaged while it is open") struct MovedFileTests {
    private static let names = ["register.sqlite", "register.sqlite-wal", "register.sqlite-shm"]

    private func move(_ names: [String], from: URL, to: URL) throws {
        for name in names {
            try FileManager.default.moveItem(at: from.appending(path: name), to: to.appending(path: name))
        }
    }

    private func otherFolder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "moved-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    private func remove(_ folder: URL) {
        do { try FileManager.default.removeItem(at: folder) } catch { Issue.record("left behind: \(folder.path)") }
    }

    @Test func `moved away, nothing is acknowledged; back again, all goes on`() throws {
        let register = try SampleRegister()
        let away = try otherFolder()
        defer { remove(away) }
        _ = try register.database.store(SampleRegister.submission())
        let waiting = try SampleRegister.submission()
        try move(["register.sqlite"], from: register.folder.url, to: away)
        #expect(throws: RegisterError.fileMissing) { try register.database.store(waiting) }
        #expect(throws: RegisterError.fileMissing) { try register.database.receipt(forToken: waiting.token) }
        #expect(!FileManager.default.fileExists(atPath: register.folder.register.path), "no empty register is made")
        try move(["register.sqlite"], from: away, to: register.folder.url)
        _ = try register.database.store(waiting)
        #expect(try register.database.registrations().compactMap(\.number?.number) == [1, 2])
        #expect(try register.database.verify().faults.isEmpty)
    }

    @Test func `replaced by another with its own log, that one is used from then on`() throws {
        let register = try SampleRegister()
        let backup = try SampleRegister()
        for _ in 0..<3 { _ = try backup.database.store(SampleRegister.submission()) }
        try backup.database.queue.writeWithoutTransaction {
            try $0.execute(
                sql: "VACUUM INTO ?",
                arguments: [
                    backup.folder.url.appending(path: "copy.sqlite").path
                ])
        }
        _ = try register.database.store(SampleRegister.submission())
        let away = try otherFolder()
        defer { remove(away) }
        try move(Self.names, from: register.folder.url, to: away)
        try FileManager.default.moveItem(
            at: backup.folder.url.appending(path: "copy.sqlite"), to: register.folder.register)
        _ = try register.database.store(SampleRegister.submission())
        #expect(try register.database.registrations().compactMap(\.number?.number) == [1, 2, 3, 4])
        #expect(try register.database.verify().faults.isEmpty)
        let reader = try RegisterDatabase(reading: register.folder.register.path, clock: .system)
        #expect(try reader.registrations().count == 4)
        try reader.close()
    }

    @Test func `replaced beside the log of the one before, nothing is mixed`() throws {
        let register = try SampleRegister()
        _ = try register.database.store(SampleRegister.submission())
        let path = register.folder.register
        let copy = try Data(contentsOf: path)
        try FileManager.default.removeItem(at: path)
        try copy.write(to: path)
        #expect(throws: RegisterError.fileReplaced) { try register.database.store(SampleRegister.submission()) }
    }

    @Test func `pages read while the file was damaged do not outlive its repair`() throws {
        let register = try SampleRegister()
        for _ in 0..<40 { _ = try register.database.store(SampleRegister.submission()) }
        _ = try register.database.queue.writeWithoutTransaction { try $0.checkpoint(.truncate) }
        let path = register.folder.register
        let good = try Data(contentsOf: path)
        let file = try FileHandle(forUpdating: path)
        for page in 1..<(good.count / 4_096) {
            try file.seek(toOffset: UInt64(page * 4_096))
            try file.write(contentsOf: Data(repeating: 0xA5, count: 4_096))
        }
        try register.database.queue.inDatabase { $0.releaseMemory() }
        let waiting = try SampleRegister.submission()
        for _ in 0..<2 { #expect(throws: (any Error).self) { try register.database.store(waiting) } }
        try file.seek(toOffset: 0)
        try file.write(contentsOf: good)
        try file.close()
        _ = try register.database.store(waiting)
        #expect(try register.database.registrations().compactMap(\.number?.number) == Array(1...41))
        #expect(try register.database.verify().faults.isEmpty)
    }
}
