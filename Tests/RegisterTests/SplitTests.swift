import Domain
import Foundation
import GRDB
import Register
import Testing

@Suite("Splitting a matter") struct SplitTests {
    let register: SampleRegister
    let clerk = SampleRegister.clerk
    let number = RegisterNumber(series: Series(id: "2021"), number: 1)
    static let text = "Hồ sơ gồm những gì? Nộp ở đâu?\n\nNgoài ra:\n1. Bao lâu có kết quả?\n2. Phí là bao nhiêu"

    private var first: MatterID { MatterID(registration: number, position: 1) }

    init() throws {
        register = try SampleRegister()
        var answers = SampleRegister.sampleAnswers
        answers["phan-1"] = SplitTests.text
        _ = try register.database.store(SampleRegister.submission(answers))
    }

    private func matters() throws -> [Matter] { try register.database.registration(number).matters }

    @discardableResult
    private func split(_ position: Int = 1, sentences: [Int] = [], words: [String] = []) throws -> [Matter] {
        try register.database.split(MatterID(registration: number, position: position), by: clerk) {
            try MatterSplit(of: $0, sentences: sentences, words: words)
        }
    }

    @Test func `the first part stays, the others take the next positions and keep subject and division`() throws {
        try register.database.classify(first, subject: "tdc", by: clerk)
        try register.database.assign(first, division: "chi-cuc-tdc", by: clerk)
        let events = try register.database.verify().events
        let parts = try split(sentences: [2, 4])
        #expect(parts.map(\.id.position) == [1, 3, 4])
        #expect(
            parts.map(\.text) == [
                "Hồ sơ gồm những gì?", "Nộp ở đâu?\n\nNgoài ra:", "1. Bao lâu có kết quả?\n2. Phí là bao nhiêu",
            ])
        #expect(parts.allSatisfy { $0.field == "phan-1" && $0.subject == "tdc" && $0.division == "chi-cuc-tdc" })
        let figures = try register.database.figures().of(number.series)
        #expect((figures.matters, figures.open, figures.registrations) == (4, 4, 1) && figures.isBalanced)
        let verification = try register.database.verify()
        #expect(verification.faults.isEmpty && verification.events == events + 1)
        #expect(try register.database.registration(number).answers["phan-1"] == SplitTests.text)
    }

    @Test func `parts can be split again, decided one by one, and the register still verifies`() throws {
        try split(sentences: [3])
        try split(3, words: ["2. Phí"])
        try split(1, sentences: [2])
        #expect(
            try matters().map(\.text) == [
                "Hồ sơ gồm những gì?", "Bao lâu thì có kết quả?", "Ngoài ra:\n1. Bao lâu có kết quả?",
                "2. Phí là bao nhiêu", "Nộp ở đâu?",
            ])
        try register.database.setOutcome(.guided, of: first, note: "", by: clerk)
        try register.database.join(
            MatterID(registration: number, position: 5), with: first, by: clerk)
        try register.database.setOutcome(
            .excluded, of: MatterID(registration: number, position: 4), note: "Tố cáo", by: clerk)
        #expect(try register.database.verify().faults.isEmpty)
        #expect(try register.database.figures().of(number.series).mattersByOutcome == [.guided: 2, .excluded: 1])
        // The sealed part is in nothing that is shown, and the rest of what was written beside it still is.
        let shown = try register.database.registration(number)
        #expect(shown.matters.map(\.text.isEmpty) == [false, false, false, true, false])
        #expect(!shown.answers.values.values.contains { $0.contains("Phí") })
    }

    @Test func `the holder of the receipt sees every part`() throws {
        let submission = try SampleRegister.submission()
        _ = try register.database.store(submission)
        let id = MatterID(registration: RegisterNumber(series: number.series, number: 2), position: 2)
        try register.database.split(id, by: clerk) { try MatterSplit(of: $0, words: ["kết quả"]) }
        let status = try register.database.status(reference: submission.reference, codeHash: submission.codeHash)
        #expect(status?.matters.map(\.position) == [1, 2, 3])
    }

    @Test func `a matter with an outcome, one that is shared and one that shares are not split`() throws {
        let second = MatterID(registration: number, position: 2)
        try register.database.join(second, with: first, by: clerk)
        #expect(throws: RegisterError.notAnOriginal(first)) { try split(sentences: [2]) }
        #expect(throws: RegisterError.notAnOriginal(second)) { try split(2, words: ["thì"]) }
        try register.database.reopen(second, reason: "Nhầm", by: clerk)
        try register.database.setOutcome(.answered, of: first, note: "", by: clerk)
        #expect(throws: RegisterError.hasOutcome(first)) { try split(sentences: [2]) }
        #expect(throws: RegisterError.notAllowed(account: "phong", duty: .clerk)) {
            try register.database.split(second, by: SampleRegister.drafter) { try MatterSplit(of: $0, words: ["thì"]) }
        }
        #expect(try matters().count == 2)
        #expect(try register.database.verify().faults.isEmpty)
    }

    @Test(arguments: [
        (sentences: [], words: [], SplitError.nowhere), ([6], [], .noSentence(6, of: 5)),
        ([0], [], .noSentence(0, of: 5)),
        ([1], [], .emptyPart), ([], ["Hồ sơ"], .emptyPart), ([], ["học phí"], .wordsMissing("học phí")),
        ([], [" "], .wordsMissing("")), ([], ["à"], .wordsRepeated("à", times: 2)),
    ])
    func `a place that is not there, or not one place, divides nothing`(
        sentences: [Int], words: [String], error: SplitError
    ) throws {
        #expect(throws: error) { try split(sentences: sentences, words: words) }
        #expect(try matters().count == 2)
    }

    /// Someone with the file can move words between matters; the decision says where the cut was.
    @Test(arguments: [
        "UPDATE matter SET text = 'x' || text WHERE position = 3",
        "UPDATE matter SET text = text || ' Nộp ở đâu?' WHERE position = 1",
        "DELETE FROM matter WHERE position = 3", "UPDATE matter SET field = 'phan-2' WHERE position = 3",
        "UPDATE decision SET value = '3@40' WHERE verb = 'split'",
        "UPDATE matter SET same_as = 2 WHERE position = 3",
    ])
    func `a change of a part behind its back is found`(sql: String) throws {
        try split(sentences: [2])
        try DatabaseQueue(path: register.folder.register.path).write { try $0.execute(sql: sql) }
        #expect(try !register.database.verify().faults.isEmpty)
    }
}

@Suite("Sentences") struct SentencesTests {
    @Test func `a sentence ends at its mark or at the line, and the number of a list stays with it`() {
        let text = " Một.  Hai?! “Ba…” TP. Bắc Kạn;\r\n a) Bốn 1.5 kg\n2. Năm (sáu.) Bảy\n \n"
        #expect(
            Sentences.ranges(in: text).map { String(text[$0]) } == [
                "Một.", "Hai?!", "“Ba…”", "TP. Bắc Kạn;", "a) Bốn 1.5 kg", "2. Năm (sáu.)", "Bảy",
            ])
        #expect(Sentences.ranges(in: " \n ").isEmpty)
    }

    /// Whatever is written and wherever it is cut, the parts hold every letter of it in its order.
    @Test(arguments: 0..<200) func `nothing is lost in a split`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let alphabet = Array("aĐề ộ.?\n;…1)\u{302}👩‍🌾 ”")
        let symbols = (0..<Int.random(in: 2...60, using: &random)).map { _ in
            alphabet[Int.random(in: alphabet.indices, using: &random)]
        }
        let text = String(symbols).precomposedStringWithCanonicalMapping
        let count = Sentences.ranges(in: text).count
        guard count > 1 else { return }
        let register = try SampleRegister()
        let stored = try register.database.store(SampleRegister.submission(["phan-1": text]))
        let number = try #require(register.database.registration(stored.reference).number)
        let places = (2...count).filter { _ in Bool.random(using: &random) }
        let parts = try register.database.split(
            MatterID(registration: number, position: 1), by: SampleRegister.clerk
        ) { try MatterSplit(of: $0, sentences: places.isEmpty ? [2] : places) }
        func letters(_ text: String) -> [Unicode.Scalar] {
            text.unicodeScalars.filter { !$0.properties.isWhitespace }
        }
        #expect(parts.flatMap { letters($0.text) } == letters(text))
        #expect(parts.allSatisfy { !letters($0.text).isEmpty })
        #expect(try register.database.verify().faults.isEmpty)
    }
}

/// The same sequence for the same seed (SplitMix64).
private struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
