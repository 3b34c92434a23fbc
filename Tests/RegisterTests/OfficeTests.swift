import Domain
import Foundation
import Register
import Testing

@Suite("The office's decisions") struct OfficeTests {
    let register: SampleRegister
    let clerk = SampleRegister.clerk
    let first = MatterID(registration: RegisterNumber(series: Series(id: "2021"), number: 1), position: 1)
    let second = MatterID(registration: RegisterNumber(series: Series(id: "2021"), number: 1), position: 2)

    init() throws {
        register = try SampleRegister()
        _ = try register.database.store(SampleRegister.submission())
    }

    private func matter(_ id: MatterID) throws -> Matter {
        try #require(register.database.registration(id.registration).matters.first { $0.id == id })
    }

    @Test func `a quarantined registration takes no number until it is released`() throws {
        let waiting = try register.database.store(SampleRegister.submission(quarantine: .tooFast))
        _ = try register.database.store(SampleRegister.submission())
        #expect(try register.database.registration(waiting.reference).number == nil)
        #expect(try register.database.registration(waiting.reference).matters.isEmpty)

        let number = try register.database.release(waiting.reference, by: clerk)
        #expect(number.number == 3)
        #expect(try register.database.registration(number).matters.count == 2)
        #expect(throws: RegisterError.notQuarantined(waiting.reference)) {
            try register.database.release(waiting.reference, by: clerk)
        }
        #expect(try register.database.verify().faults.isEmpty)
    }

    @Test func `a refused registration takes none, is kept and counted, and can still be released`() throws {
        let waiting = try register.database.store(SampleRegister.submission(quarantine: .honeypot))
        #expect(throws: RegisterError.reasonNeeded) {
            try register.database.refuse(waiting.reference, reason: "", by: clerk)
        }
        try register.database.refuse(waiting.reference, reason: "Quảng cáo", by: clerk)
        let figures = try register.database.figures().of(Series(id: "2021"))
        #expect((figures.registrations, figures.quarantined, figures.refused) == (1, 0, 1))
        #expect(try register.database.registrations(.refused).map(\.reference) == [waiting.reference])
        #expect(try register.database.verify().faults.isEmpty)

        #expect(try register.database.release(waiting.reference, by: clerk).number == 2)
        #expect(try register.database.figures().of(Series(id: "2021")).refused == 0)
        #expect(try register.database.verify().faults.isEmpty)
    }

    @Test func `an account without the duty changes nothing`() throws {
        let drafter = SampleRegister.drafter
        #expect(throws: RegisterError.notAllowed(account: "phong", duty: .clerk)) {
            try register.database.setOutcome(.answered, of: first, note: "", by: drafter)
        }
        #expect(throws: RegisterError.notAllowed(account: "phong", duty: .clerk)) {
            try register.database.assign(first, division: "van-phong", by: drafter)
        }
        #expect(try matter(first).outcome == nil)
        #expect(try register.database.verify().events == 1)
    }

    @Test(arguments: [Outcome.excluded, .withdrawn])
    func `excluded and withdrawn need a reason`(outcome: Outcome) throws {
        #expect(throws: RegisterError.reasonNeeded) {
            try register.database.setOutcome(outcome, of: first, note: "", by: clerk)
        }
    }

    @Test func `a matter that is the same as another shares its outcome, never in a chain`() throws {
        try register.database.join(second, with: first, by: clerk)
        try register.database.setOutcome(.guided, of: first, note: "", by: clerk)
        #expect(try matter(second).outcome == .guided)
        #expect(try matter(second).sameAs == first)
        #expect(throws: RegisterError.notAnOriginal(second)) {
            try register.database.join(first, with: second, by: clerk)
        }
        #expect(throws: RegisterError.notAnOriginal(first)) {
            try register.database.join(first, with: first, by: clerk)
        }
        #expect(throws: RegisterError.notAnOriginal(second)) {
            try register.database.setOutcome(.answered, of: second, note: "", by: clerk)
        }
        #expect(try register.database.figures().of(Series(id: "2021")).mattersByOutcome == [.guided: 2])
        #expect(try register.database.verify().faults.isEmpty)
    }

    @Test func `excluded text is in no listing, and opening it leaves an event`() throws {
        try register.database.setOutcome(.excluded, of: first, note: "Khiếu nại", by: clerk)
        let shown = try register.database.registration(first.registration)
        #expect(shown.matters.map(\.text) == ["", "Bao lâu thì có kết quả?"])
        #expect(shown.answers["phan-1"].isEmpty)
        #expect(shown.answers["ho-ten"] == "Hoàng Thị Minh Họa")
        try register.database.setOutcome(.excluded, of: second, note: "Khiếu nại", by: clerk)
        #expect(try register.database.registrations()[0].answers.values.isEmpty)
        #expect(throws: RegisterError.sealed(first)) { try register.database.origin(of: first) }

        let before = try register.database.verify().events
        #expect(throws: RegisterError.reasonNeeded) { try register.database.unseal(first, reason: "", by: clerk) }
        let opened = try register.database.unseal(first, reason: "Xem lại", by: clerk)
        #expect(opened.matters[0].text == "Hồ sơ gồm những gì?")
        #expect(try register.database.verify().events == before + 1)
    }

    @Test func `figures add up after every step`() throws {
        let steps: [() throws -> Void] = [
            { _ = try register.database.store(SampleRegister.submission(channel: .counter)) },
            { try register.database.classify(first, subject: "tdc", by: clerk) },
            { try register.database.assign(first, division: "chi-cuc-tdc", by: clerk) },
            { try register.database.setOutcome(.answered, of: first, note: "", by: clerk) },
            { try register.database.setOutcome(.withdrawn, of: second, note: "Người gửi báo", by: clerk) },
            { try register.database.reopen(second, reason: "Nhầm", by: clerk) },
            { _ = try register.database.store(SampleRegister.submission(quarantine: .tooFast)) },
        ]
        for step in steps {
            try step()
            #expect(try register.database.figures().series.allSatisfy(\.isBalanced))
        }
        let figures = try register.database.figures().of(Series(id: "2021"))
        #expect((figures.matters, figures.open, figures.quarantined) == (4, 3, 1))
        #expect(figures.entries.map(\.state) == [.inProgress, .received])
        #expect(figures.registrationsByChannel == [.portal: 1, .counter: 1])
        #expect(figures.mattersBySubject == ["tdc": 1, "shtt": 3])
        #expect(figures.mattersByDivision == ["chi-cuc-tdc": 1, "": 3])
        #expect(figures.entries.first?.day == CivilDate(of: SampleRegister.now))
    }

    @Test func `the status is for the holder of reference and code only`() throws {
        let submission = try SampleRegister.submission()
        _ = try register.database.store(submission)
        let status = try register.database.status(reference: submission.reference, codeHash: submission.codeHash)
        #expect(status?.number?.number == 2)
        #expect(status?.matters.map(\.position) == [1, 2])
        let wrong = SampleRegister.codeHash(submission.reference, token: [1])
        #expect(try register.database.status(reference: submission.reference, codeHash: wrong) == nil)
        let unknown = Reference(randomBytes: [UInt8](repeating: 1, count: 8))
        #expect(try register.database.status(reference: unknown, codeHash: submission.codeHash) == nil)
        #expect(try register.database.status(reference: unknown, codeHash: [UInt8](repeating: 0, count: 32)) == nil)
    }
}
