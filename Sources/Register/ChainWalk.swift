import Foundation
import GRDB

/// One pass over the event log: every hash, every link, every commitment.
struct ChainWalk {
    private(set) var faults: [RegisterFault] = []
    private(set) var count = 0
    private var previous = [UInt8](repeating: 0, count: 32)

    mutating func run(_ db: Database) throws {
        let erased = try Set(String.fetchAll(db, sql: "SELECT object FROM event WHERE verb = 'erased'"))
        let cursor = try Row.fetchCursor(db, sql: "SELECT * FROM event ORDER BY seq")
        while let row = try cursor.next() {
            let event = Event(row)
            checkLink(event, hash: [UInt8](row["hash"] as Data))
            try checkRecord(of: event, erased: erased, in: db)
        }
    }

    private mutating func checkLink(_ event: Event, hash: [UInt8]) {
        count += 1
        while count < event.seq {
            faults.append(.missingEvent(seq: Int64(count)))
            count += 1
        }
        if event.previous != previous || event.hash != hash { faults.append(.brokenChain(seq: event.seq)) }
        previous = hash
    }

    private mutating func checkRecord(of event: Event, erased: Set<String>, in db: Database) throws {
        switch try committedRecord(of: event, in: db) {
        case .some(let record) where record.salt != nil:
            if record.commitment != event.commitment {
                faults.append(.changedRecord(seq: event.seq, object: event.object))
            }
        default:
            if !erased.contains(event.object) {
                faults.append(.missingRecord(seq: event.seq, object: event.object))
            }
        }
    }

    private func committedRecord(of event: Event, in db: Database) throws -> (any CommittedRecord)? {
        switch RecordID.Kind(rawValue: event.recordKind) {
        case .registration:
            try db.row("SELECT * FROM registration WHERE id = ?", [event.record]).map(RegistrationRecord.init)
        case .decision: try db.row("SELECT * FROM decision WHERE id = ?", [event.record]).map(DecisionRecord.init)
        case .approval: try db.row("SELECT * FROM approval WHERE id = ?", [event.record]).map(ApprovalRecord.init)
        case nil: nil
        }
    }
}

extension Event {
    init(_ row: Row) {
        self.init(
            seq: row["seq"], at: row["at"], actor: row["actor"], verb: row["verb"], object: row["object"],
            recordKind: row["record_kind"], record: row["record"], commitment: [UInt8](row["commitment"] as Data),
            previous: [UInt8](row["previous"] as Data))
    }
}
