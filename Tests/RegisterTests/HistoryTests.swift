import Domain
import Foundation
import Register
import Testing

@Suite("What the office reads of a registration") struct HistoryTests {
    let register: SampleRegister
    let clerk = SampleRegister.clerk
    let reference: Reference
    let first: MatterID
    let second: MatterID

    init() throws {
        register = try SampleRegister()
        let receipt = try register.database.store(SampleRegister.submission(quarantine: .tooFast))
        reference = receipt.reference
        let number = try register.database.release(reference, by: clerk)
        first = MatterID(registration: number, position: 1)
        second = MatterID(registration: number, position: 2)
    }

    private func matter(_ id: MatterID) throws -> Matter {
        try #require(register.database.registration(id.registration).matters.first { $0.id == id })
    }

    private func step(_ id: MatterID) throws -> OfficeStep? {
        try matter(id).nextStep(drafted: register.database.draftedMatters())
    }

    @Test func `every act is a line with who, what and why, and of no other registration`() throws {
        _ = try register.database.store(SampleRegister.submission())
        try register.database.assign(first, division: "van-phong", by: clerk)
        try register.database.setOutcome(.withdrawn, of: second, note: "Người gửi gọi điện", by: clerk)
        let lines = try register.database.history(of: reference)
        #expect(lines.map(\.verb) == [.stored, .released, .assigned, .outcome])
        #expect(lines.map(\.actor) == ["portal", "vanthu", "vanthu", "vanthu"])
        #expect(lines.map(\.object) == [reference.description, "2021-0001", "2021-0001/1", "2021-0001/2"])
        #expect(lines.map(\.value) == ["", "2021-0001", "van-phong", "withdrawn"])
        #expect(lines.map(\.note) == ["", "", "", "Người gửi gọi điện"])
    }

    @Test func `a note on a sealed matter is sealed with it`() throws {
        try register.database.setOutcome(.guided, of: first, note: "Đã gọi điện", by: clerk)
        try register.database.setOutcome(.excluded, of: second, note: "Tố cáo ông X", by: clerk)
        #expect(try register.database.history(of: reference).map(\.note) == ["", "", "Đã gọi điện", ""])
        #expect(
            try register.database.history(of: reference, includingSealed: true).map(\.note)
                == ["", "", "Đã gọi điện", "Tố cáo ông X"])
    }

    @Test func `the next step follows from what was done`() throws {
        try register.database.classify(first, subject: Subject.unsure, by: clerk)
        #expect(try step(first) == .classify)
        try register.database.classify(first, subject: "shtt", by: clerk)
        #expect(try step(first) == .assign)
        try register.database.assign(first, division: "van-phong", by: clerk)
        #expect(try step(first) == .draft)
        try register.database.draft(first, division: "van-phong", by: SampleRegister.drafter)
        #expect(try step(first) == .approve)
        try register.database.split(first, by: clerk) { try MatterSplit(of: $0, words: ["gồm"]) }
        #expect(try step(first) == .draft)
        try register.database.join(second, with: first, by: clerk)
        #expect(try step(second) == nil)
        try register.database.setOutcome(.guided, of: first, note: "", by: clerk)
        #expect(try step(first) == nil)
    }

    @Test func `undoing 'same' opens the matter, and an open one has nothing to undo`() throws {
        try register.database.setOutcome(.guided, of: first, note: "", by: clerk)
        try register.database.join(second, with: first, by: clerk)
        try register.database.reopen(second, reason: "Không trùng", by: clerk)
        #expect(try matter(second).sameAs == nil && matter(second).outcome == nil)
        #expect(try matter(first).outcome == .guided)
        #expect(throws: RegisterError.isOpen(second)) {
            try register.database.reopen(second, reason: "Lần nữa", by: clerk)
        }
        #expect(try register.database.verify().faults.isEmpty)
    }
}
