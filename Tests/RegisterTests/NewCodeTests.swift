import Cryptography
import Domain
import Foundation
import GRDB
import Register
import Testing

@Suite("A new code for a lost receipt") struct NewCodeTests {
    let register: SampleRegister
    let submission: Submission

    init() throws {
        register = try SampleRegister()
        submission = try SampleRegister.submission()
        _ = try register.database.store(submission)
    }

    private func replace(reason: String = "", by officer: Officer = SampleRegister.clerk) throws -> Code {
        try register.database.replaceCode(
            of: submission.reference, key: SampleRegister.key, reason: reason, by: officer
        ).code
    }

    private func opens(_ code: Code) throws -> Bool {
        let hash = ReceiptSecrets.codeHash(
            reference: submission.reference.symbols, code: code.symbols, key: SampleRegister.key)
        return try register.database.status(reference: submission.reference, codeHash: hash) != nil
    }

    @Test func `the new code opens the look-up and every earlier one stops`() throws {
        let first = SampleRegister.code(token: submission.token)
        #expect(try opens(first))
        let second = try replace()
        #expect(try !opens(first) && opens(second))
        let third = try replace()
        #expect(try !opens(second) && opens(third))
    }

    @Test func `the token gives the same receipt, marked as having another code`() throws {
        #expect(try register.database.receipt(forToken: submission.token)?.codeIsReplaced == false)
        _ = try replace()
        for receipt in [
            try register.database.store(submission), try register.database.receipt(forToken: submission.token),
        ] {
            #expect(receipt?.codeIsReplaced == true)
            #expect(receipt?.reference == submission.reference)
        }
        let other = try SampleRegister.submission()
        #expect(try !register.database.store(other).codeIsReplaced)
    }

    @Test func `an event is left, with no code in it or anywhere else in the file`() throws {
        let code = try replace(reason: "Mất biên nhận")
        let verification = try register.database.verify()
        #expect(verification.faults.isEmpty && verification.events == 2)
        let raw = try DatabaseQueue(path: register.folder.register.path)
        let event = try #require(try raw.read { try Row.fetchOne($0, sql: "SELECT * FROM event WHERE seq = 2") })
        #expect(event["verb"] as String == "recoded")
        #expect(event["object"] as String == "2021-0001")
        #expect(event["actor"] as String == "vanthu")
        let files = try FileManager.default.contentsOfDirectory(
            at: register.folder.url, includingPropertiesForKeys: [.isRegularFileKey])
        for file in files where try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
            let bytes = try Data(contentsOf: file)
            #expect(bytes.range(of: Data(code.symbols.utf8)) == nil)
            #expect(bytes.range(of: Data(code.grouped.utf8)) == nil)
        }
    }

    @Test func `a registration in quarantine can have one, an unknown one and an officer without the duty cannot`()
        throws
    {
        let waiting = try register.database.store(SampleRegister.submission(quarantine: .tooFast))
        let made = try register.database.replaceCode(
            of: waiting.reference, key: SampleRegister.key, by: SampleRegister.clerk)
        #expect(made.number == nil && made.reference == waiting.reference)
        let unknown = Reference(randomBytes: [UInt8](repeating: 1, count: 8))
        #expect(throws: RegisterError.unknownRegistration(unknown.description)) {
            try register.database.replaceCode(of: unknown, key: SampleRegister.key, by: SampleRegister.clerk)
        }
        #expect(throws: RegisterError.notAllowed(account: "lanhdao", duty: .clerk)) {
            try replace(by: SampleRegister.approver)
        }
        #expect(try register.database.verify().faults.isEmpty)
    }
}
