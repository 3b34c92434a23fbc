import Domain
import Foundation
import GRDB
import Register
import Testing

@Suite("Erasing what a sender wrote") struct ErasingTests {
    let register: SampleRegister
    let submission: Submission
    let number = RegisterNumber(series: Series(id: "2021"), number: 1)

    init() throws {
        register = try SampleRegister()
        submission = try SampleRegister.submission()
        _ = try register.database.store(submission)
        try register.database.assign(
            MatterID(registration: number, position: 1), division: "van-phong", by: SampleRegister.clerk)
        try register.database.setOutcome(
            .withdrawn, of: MatterID(registration: number, position: 2), note: "Bà Minh Họa gọi điện",
            by: SampleRegister.clerk)
    }

    private func erase() throws -> Bool { try register.database.erase(submission.reference, by: "quantri").erased }

    /// Everything SQLite keeps of the register: the file, its log and the index of that.
    private func files() throws -> Data {
        try ["", "-wal", "-shm"].map { register.folder.register.path + $0 }
            .filter { FileManager.default.fileExists(atPath: $0) }
            .reduce(into: Data()) { $0 += try Data(contentsOf: URL(filePath: $1)) }
    }

    @Test func `nothing of it is left in the files, though another program has them open, and the log is still true`()
        throws
    {
        // As the service: it keeps SQLite from emptying the log by itself.
        let service = try RegisterDatabase(path: register.folder.register.path, clock: .stopped(at: SampleRegister.now))
        _ = try service.totals()
        let before = try files()
        for words in Self.words { #expect(before.firstRange(of: Data(words.utf8)) != nil, "\(words) was never there") }
        #expect(
            try register.database.erase(submission.reference, by: "quantri")
                == ErasureResult(erased: true, bytesAreGone: true))
        let after = try files()
        for words in Self.words { #expect(after.firstRange(of: Data(words.utf8)) == nil, "\(words) is still there") }
        #expect(try service.verify().faults.isEmpty)
        try service.close()
    }

    @Test func `while somebody reads it is said that the bytes are still there, and erasing once more removes them`()
        throws
    {
        let path = register.folder.register.path
        let impatient = try RegisterDatabase(path: path, clock: .stopped(at: SampleRegister.now), busySeconds: 0.2)
        let reader = try DatabaseQueue(path: path)
        try reader.inDatabase { db in
            try db.execute(sql: "BEGIN; SELECT count(*) FROM registration")
            #expect(
                try impatient.erase(submission.reference, by: "quantri")
                    == ErasureResult(erased: true, bytesAreGone: false))
            try db.execute(sql: "COMMIT")
        }
        #expect(
            try impatient.erase(submission.reference, by: "quantri")
                == ErasureResult(erased: false, bytesAreGone: true))
        let after = try files()
        for words in Self.words { #expect(after.firstRange(of: Data(words.utf8)) == nil, "\(words) is still there") }
        try impatient.close()
    }

    private static let words = ["Minh Họa", "Bản Mẫu", "0912", "Hồ sơ gồm", "gọi điện"]

    @Test func `number, outcome and figures stay`() throws {
        let before = try register.database.figures()
        #expect(try erase())
        let after = try register.database.figures()
        #expect(after.series == before.series && after.chainHead != before.chainHead)
        #expect(try register.database.registration(number).reference == submission.reference)
    }

    @Test func `a second time and an unknown reference change nothing`() throws {
        #expect(try erase())
        let head = try register.database.figures().chainHead
        #expect(try !erase())
        let other = Reference(randomBytes: [UInt8](repeating: 3, count: 8))
        #expect(try !register.database.erase(other, by: "quantri").erased)
        #expect(try register.database.figures().chainHead == head)
    }

    @Test func `one that waits, was released or refused is erased alike`() throws {
        let waiting = try SampleRegister.submission(quarantine: .tooFast)
        let released = try SampleRegister.submission(quarantine: .tooFast)
        let refused = try SampleRegister.submission(quarantine: .honeypot)
        for one in [waiting, released, refused] { _ = try register.database.store(one) }
        try register.database.release(released.reference, by: SampleRegister.clerk)
        try register.database.refuse(refused.reference, reason: "Quảng cáo", by: SampleRegister.clerk)
        for one in [waiting, released, refused] {
            #expect(try register.database.erase(one.reference, by: "quantri").erased)
        }
        #expect(try register.database.verify().faults.isEmpty)
    }

    @Test func `the list of erasures holds each reference once`() throws {
        let file = register.folder.erasures
        #expect(try StateFolder.erasures(in: file).isEmpty)
        let other = Reference(randomBytes: [UInt8](repeating: 3, count: 8))
        try StateFolder.addErasures([submission.reference], to: file)
        try StateFolder.addErasures([submission.reference, other], to: file)
        #expect(try StateFolder.erasures(in: file) == [submission.reference, other])
        try Data("nobody\n".utf8).write(to: file)
        #expect(throws: ErasuresError.self) { try StateFolder.erasures(in: file) }
    }
}
