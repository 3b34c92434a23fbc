import Domain
import Foundation
import GRDB
import Register
import Testing

@Suite("Verifying the register") struct VerifyTests {
    let register: SampleRegister
    let raw: DatabaseQueue
    let matter = MatterID(registration: RegisterNumber(series: Series(id: "2021"), number: 1), position: 1)

    init() throws {
        register = try SampleRegister()
        let database = register.database
        _ = try database.store(SampleRegister.submission())
        let waiting = try database.store(SampleRegister.submission(quarantine: .tooFast))
        try database.release(waiting.reference, by: SampleRegister.clerk)
        let refused = try database.store(SampleRegister.submission(quarantine: .honeypot))
        try database.refuse(refused.reference, reason: "Quảng cáo", by: SampleRegister.clerk)
        try database.assign(matter, division: "van-phong", by: SampleRegister.clerk)
        try database.setOutcome(.withdrawn, of: matter, note: "Người gửi báo", by: SampleRegister.clerk)
        raw = try DatabaseQueue(path: register.folder.register.path)
    }

    @Test func `a register as it was written verifies`() throws {
        let verification = try register.database.verify()
        #expect(verification.faults.isEmpty)
        #expect(verification.events == 7)
        #expect(verification.head == (try register.database.figures().chainHead))
    }

    @Test(arguments: [
        "UPDATE event SET actor = 'khac' WHERE seq = 2", "DELETE FROM event WHERE seq = 7", "DELETE FROM event",
        """
        INSERT OR REPLACE INTO event SELECT seq, at + 1, actor, verb, object, record_kind, record, commitment, previous, hash
        FROM event WHERE seq = 3
        """,
        """
        INSERT INTO event SELECT seq + 9, at, actor, verb, object, record_kind, record, commitment, previous, hash
        FROM event WHERE seq = 7
        """,
    ])
    func `events can neither be changed, removed, replaced nor skipped`(sql: String) throws {
        #expect(throws: DatabaseError.self) { try raw.write { try $0.execute(sql: sql) } }
        #expect(try register.database.verify().events == 7)
    }

    /// Someone with the file can drop the triggers; then the chain and the commitments tell.
    @Test(arguments: [
        "UPDATE event SET at = at + 1 WHERE seq = 2", "UPDATE event SET verb = 'released' WHERE seq = 1",
        "UPDATE event SET hash = zeroblob(32) WHERE seq = 7", "DELETE FROM event WHERE seq = 3",
        "UPDATE registration SET answers = replace(answers, 'Minh', 'minh') WHERE id = 1",
        "UPDATE registration SET received_at = received_at + 1 WHERE id = 1",
        "UPDATE registration SET channel = 'post' WHERE id = 2", "UPDATE registration SET number = 9 WHERE id = 2",
        "UPDATE registration SET refused_at = NULL WHERE id = 3", "UPDATE registration SET salt = NULL WHERE id = 1",
        "UPDATE matter SET text = text || '.' WHERE id = 1", "UPDATE matter SET subject = 'tdc' WHERE id = 2",
        "UPDATE matter SET outcome = 'answered' WHERE id = 1", "UPDATE matter SET division = NULL WHERE id = 1",
        "UPDATE decision SET actor = 'khac' WHERE verb = 'outcome'", "UPDATE note SET text = 'x' WHERE decision = 2",
        "UPDATE form SET definition = CAST(replace(definition, 'loai', 'loaj') AS BLOB)",
        "INSERT INTO matter (registration, position, field, text, subject) VALUES (1, 3, 'phan-1', 'x', 'tdc')",
        """
        INSERT INTO decision (verb, registration, value, at, actor, salt) VALUES ('refused', 3, '', 1, 'x', x'00')
        """,
    ])
    func `any change behind its back is found`(sql: String) throws {
        try raw.write { db in
            for trigger in ["event_never_updated", "event_never_deleted", "event_only_appended"] {
                try db.execute(sql: "DROP TRIGGER \(trigger)")
            }
            try db.execute(sql: sql)
        }
        #expect(try !register.database.verify().faults.isEmpty)
    }

    @Test func `an erased note leaves the log true`() throws {
        try raw.write { try $0.execute(sql: "DELETE FROM note") }
        #expect(try register.database.verify().faults.isEmpty)
    }
}
