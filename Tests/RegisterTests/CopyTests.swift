import Domain
import Foundation
import GRDB
import Register
import Testing

@Suite("Copying and counting the register") struct CopyTests {
    @Test func `a copy made while others write is a whole register of one moment`() async throws {
        let register = try SampleRegister()
        for _ in 0..<20 { _ = try register.database.store(SampleRegister.submission()) }
        let copy = register.folder.url.appending(path: "copy.sqlite").path
        let database = register.database
        async let writing: Void = Task.detached {
            for _ in 0..<50 { _ = try database.store(SampleRegister.submission()) }
        }.value
        let reader = try RegisterDatabase(reading: register.folder.register.path, clock: .system)
        try reader.copy(to: copy)
        try reader.close()
        try await writing
        let opened = try RegisterDatabase(reading: copy, clock: .system)
        #expect(try opened.damage().isEmpty && opened.verify().faults.isEmpty)
        let entered = try opened.totals().entered
        #expect((20...70).contains(entered))
        try opened.close()
    }

    @Test func `a copy holds no marks of senders, and the register keeps its own`() throws {
        let register = try SampleRegister()
        let mark = [UInt8]("mark of a network address".utf8)
        var marked = try SampleRegister.submission()
        marked.sender = Submission.SenderMark(hash: mark, expires: SampleRegister.now + 60)
        _ = try register.database.store(marked)
        let copy = register.folder.url.appending(path: "copy.sqlite")
        try register.database.copy(to: copy.path)
        #expect(try Data(contentsOf: copy).firstRange(of: Data(mark)) == nil)
        let opened = try RegisterDatabase(reading: copy.path, clock: .system)
        #expect(try opened.damage().isEmpty && opened.verify().faults.isEmpty)
        try opened.close()
        let kept = try DatabaseQueue(path: register.folder.register.path)
        #expect(try kept.read { try Data.fetchOne($0, sql: "SELECT sender_hash FROM registration") } == Data(mark))
    }

    @Test func `a copy never replaces a file`() throws {
        let register = try SampleRegister()
        let copy = register.folder.url.appending(path: "copy.sqlite")
        try Data("keep".utf8).write(to: copy)
        #expect(throws: (any Error).self) { try register.database.copy(to: copy.path) }
        #expect(try Data(contentsOf: copy) == Data("keep".utf8))
    }

    @Test func `totals tell what was entered, waits and was refused, over all series`() throws {
        let register = try SampleRegister()
        let database = register.database
        #expect(try database.totals() == RegisterTotals())
        for series in ["2021", "2021", "phan-anh-2021"] {
            _ = try database.store(SampleRegister.submission(series: series))
        }
        _ = try database.store(SampleRegister.submission(quarantine: .tooFast))
        let refused = try database.store(SampleRegister.submission(quarantine: .honeypot))
        try database.refuse(refused.reference, reason: "Quảng cáo", by: SampleRegister.clerk)
        let totals = try database.totals()
        #expect(totals.entered == 3 && totals.quarantined == 1 && totals.refused == 1)
    }
}
