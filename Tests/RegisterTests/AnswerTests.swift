import Content
import Domain
import Foundation
import Register
import Testing

@Suite("Answers") struct AnswerTests {
    let register: SampleRegister
    let matter = MatterID(registration: RegisterNumber(series: Series(id: "2021"), number: 1), position: 1)

    init() throws {
        register = try SampleRegister()
        _ = try register.database.store(SampleRegister.submission())
    }

    private func answer(_ text: String) throws -> Answer {
        let parsed = AnswerFile.parse(
            bytes: Data(text.utf8), path: "content/doi-thoai/2021/hoi-dap/a.md", site: SamplePortal.site)
        return try #require(parsed.answer, "\(parsed.diagnostics)")
    }

    private func draft() throws -> AnswerDraft {
        AnswerDraft(
            origin: try register.database.origin(of: matter), site: SamplePortal.site, now: SampleRegister.now)
    }

    @Test func `whoever drafted cannot approve, and nothing is approved without a draft`() throws {
        let answer = try answer(draft().text)
        #expect(throws: RegisterError.noDraft(matter)) {
            try register.database.approve(answer, of: matter, by: SampleRegister.approver)
        }
        var both = SampleRegister.approver
        both.duties = [.division, .approver]
        try register.database.draft(matter, division: "chi-cuc-tdc", by: both)
        #expect(throws: RegisterError.drafterApproves(account: "lanhdao")) {
            try register.database.approve(answer, of: matter, by: both)
        }
        #expect(try register.database.approvals().isEmpty)
    }

    @Test func `an approval holds the bytes, gives the outcome, and ends when withdrawn`() throws {
        let answer = try answer(draft().text)
        try register.database.draft(matter, division: "chi-cuc-tdc", by: SampleRegister.drafter)
        try register.database.approve(answer, of: matter, by: SampleRegister.approver)
        let approval = try #require(register.database.approvals().first)
        #expect(approval.sha256 == answer.sourceDigest)
        #expect((approval.drafter, approval.approver) == ("phong", "lanhdao"))
        #expect(approval.withdrawnAt == nil)
        #expect(try register.database.registration(matter.registration).matters[0].outcome == .answered)

        try register.database.withdraw(matter, reason: "Sai căn cứ", by: SampleRegister.approver)
        #expect(try register.database.approvals().map(\.withdrawnAt) == [SampleRegister.now])
        #expect(try register.database.registration(matter.registration).matters[0].outcome == nil)
        #expect(throws: RegisterError.notApproved(matter)) {
            try register.database.withdraw(matter, reason: "Lần nữa", by: SampleRegister.approver)
        }
        #expect(try register.database.verify().faults.isEmpty)
    }

    @Test func `a matter with an approved answer keeps outcome and text until the answer is withdrawn`() throws {
        try register.database.draft(matter, division: "chi-cuc-tdc", by: SampleRegister.drafter)
        try register.database.approve(answer(draft().text), of: matter, by: SampleRegister.approver)
        let clerk = SampleRegister.clerk
        let other = MatterID(registration: matter.registration, position: 2)
        for act in [
            { try register.database.setOutcome(.excluded, of: matter, note: "Tố cáo", by: clerk) },
            { try register.database.reopen(matter, reason: "Nhầm", by: clerk) },
            { try register.database.join(matter, with: other, by: clerk) },
            { try register.database.split(matter, by: clerk) { try MatterSplit(of: $0, words: ["gồm"]) } },
        ] as [() throws -> Void] {
            #expect(throws: RegisterError.answerInForce(matter)) { try act() }
        }
        #expect(try register.database.registration(matter.registration).matters[0].outcome == .answered)
    }

    @Test func `a draft from before a split is no draft of what is left`() throws {
        try register.database.draft(matter, division: "chi-cuc-tdc", by: SampleRegister.drafter)
        let answer = try answer(draft().text)
        try register.database.split(matter, by: SampleRegister.clerk) { try MatterSplit(of: $0, words: ["gồm"]) }
        #expect(throws: RegisterError.noDraft(matter)) {
            try register.database.approve(answer, of: matter, by: SampleRegister.approver)
        }
        try register.database.draft(matter, division: "chi-cuc-tdc", by: SampleRegister.drafter)
        try register.database.approve(answer, of: matter, by: SampleRegister.approver)
    }

    @Test func `one that shares another's outcome is not drafted`() throws {
        let other = MatterID(registration: matter.registration, position: 2)
        try register.database.join(matter, with: other, by: SampleRegister.clerk)
        #expect(throws: RegisterError.notAnOriginal(matter)) {
            try register.database.draft(matter, division: "van-phong", by: SampleRegister.drafter)
        }
    }

    @Test(arguments: [
        "Hồ sơ gồm những gì?",
        "---\ntitle: khác\n---\n<script>alert(1)</script>",
        "  thụt đầu dòng\nmatter: 2021-0009/1\n\n\nillustration: true",
        "a\u{2028}summary: chen vào\u{2029}b",
        "\"nháy\" \\ ngược: [x](javascript:alert(1)) {{{a}}} & *đậm* #",
        "- &neo !!thẻ % @ ` | > ? :",
        String(repeating: "dài ", count: 900) + "hết.",
    ])
    func `a draft is well-formed whatever the sender wrote, and the words stay data`(text: String) throws {
        let stored = VietnameseText.clean(text, multiline: true).text
        let receipt = try register.database.store(
            SampleRegister.submission(["loai": "hop-tac-xa", "linh-vuc": "shtt", "phan-1": stored]))
        let number = try #require(register.database.registration(receipt.reference).number)
        let matter = MatterID(registration: number, position: 1)
        let draft = AnswerDraft(
            origin: try register.database.origin(of: matter), site: SamplePortal.site, now: SampleRegister.now)
        let answer = try answer(draft.text)
        let lines = stored.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).joined(separator: "\n")
        #expect(try answer.text().question == lines)
        #expect(answer.matter == matter)
        #expect(answer.asker == "Một hợp tác xã")
        #expect(answer.asked == CivilDate(of: SampleRegister.now))
        #expect(try answer.text().body.plainText == AnswerText.unwritten)
        #expect(!VietnameseText.slug(answer.title).isEmpty || stored.allSatisfy { !$0.isLetter })
    }

    @Test(arguments: [
        ("Cân bao lâu kiểm định một lần? Tôi ở xa.", "Cân bao lâu kiểm định một lần?"),
        ("Nhà tôi đóng gói măng khô. Có phải ghi gì không?", AnswerDraft.unwrittenTitle),
        (String(repeating: "Đường xa lắm ", count: 9) + "có phải đi không?", AnswerDraft.unwrittenTitle),
    ])
    func `a title is the question when that is one, and otherwise to be written`(text: String, title: String) throws {
        let receipt = try register.database.store(SampleRegister.submission(["linh-vuc": "shtt", "phan-1": text]))
        let number = try #require(register.database.registration(receipt.reference).number)
        let origin = try register.database.origin(of: MatterID(registration: number, position: 1))
        let draft = AnswerDraft(origin: origin, site: SamplePortal.site, now: SampleRegister.now)
        #expect(try answer(draft.text).title == title)
    }
}
