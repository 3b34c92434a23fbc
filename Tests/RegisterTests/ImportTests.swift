import Domain
import Foundation
import Register
import Testing

@Suite("Importing registrations") struct ImportTests {
    private let importer = RegistrationImport(portal: SamplePortal.portal, key: SampleRegister.key)

    private func elements(_ json: String) throws -> [ImportedRegistration] {
        try ImportedRegistration.list(from: Data(json.utf8))
    }

    private func check(_ elements: [ImportedRegistration]) throws -> (
        ready: [RegistrationImport.Ready], problems: [RegistrationImport.Problem]
    ) {
        try importer.check(elements) { element, _ in try RegistrationImport.token(of: element, repetition: 0) }
    }

    private static let paper = """
        {"received": "2021-03-04T20:11:32+07:00", "channel": "counter", "form": "phan-anh", "quarantine": null,
         "answers": {"ho-ten": "Nguyễn Thị Minh Họa", "linh-vuc": "shtt", "phan-1": "Cân phải dán tem không?"},
         "outcomes": [{"matter": 1, "subject": "tdc", "division": "chi-cuc-tdc", "kind": "answered",
                       "at": "2021-11-11T15:20:00+07:00", "reason": "Đã hướng dẫn."}]}
        """

    @Test func `an outcome that is still to come is applied by a later import, and nothing twice`() throws {
        let register = try SampleRegister()
        let ready = try check(elements("[\(ImportTests.paper)]")).ready
        let first = try register.database.enter(ready[0], by: SampleRegister.clerk)
        #expect(first.number?.description == "phan-anh-2021-0001")
        #expect(!first.wasKnown)
        #expect(try register.database.registrations()[0].matters[0].outcome == nil)

        let later = try RegisterDatabase(
            path: register.folder.register.path, clock: .stopped(at: SampleRegister.now + 2 * 86_400))
        for _ in 0..<2 {
            let again = try later.enter(check(elements("[\(ImportTests.paper)]")).ready[0], by: SampleRegister.clerk)
            #expect(again.wasKnown)
            #expect(again.receipt.reference == first.receipt.reference)
        }
        let stored = try later.registrations()
        #expect(stored.count == 1)
        #expect(stored[0].receivedAt == DateText("2021-03-04T20:11:32")?.instant)
        #expect(stored[0].matters[0].outcome == .answered)
        #expect(stored[0].matters[0].subject == "tdc")
        #expect(stored[0].matters[0].outcomeAt == DateText("2021-11-11T15:20:00")?.instant)
        #expect(try later.verify().faults.isEmpty)
        #expect(try later.verify().events == 4)
    }

    @Test func `the code that is given out opens the status`() throws {
        let register = try SampleRegister()
        let ready = try check(elements("[\(ImportTests.paper)]")).ready[0]
        let imported = try register.database.enter(ready, by: SampleRegister.clerk)
        #expect(ready.code.symbols == SampleRegister.code(token: ready.submission.token).symbols)
        let hash = SampleRegister.codeHash(imported.receipt.reference, token: ready.submission.token)
        #expect(try register.database.status(reference: imported.receipt.reference, codeHash: hash) != nil)
    }

    @Test func `elements are numbered in the order they were received`() throws {
        let earlier = ImportTests.paper.replacingOccurrences(of: "2021-03-04", with: "2021-02-04")
        let ready = try check(elements("[\(ImportTests.paper), \(earlier)]")).ready
        #expect(ready.map(\.submission.receivedAt) == ready.map(\.submission.receivedAt).sorted())
    }

    @Test(arguments: [
        ("\"phan-anh\"", "\"phan-anh-2\"", "form"), ("\"ho-ten\"", "\"ho-ten-2\"", ""),
        ("\"shtt\"", "\"xyz\"", "linh-vuc"), ("\"matter\": 1", "\"matter\": 2", "outcomes"),
        ("\"tdc\"", "\"xyz\"", "outcomes"), ("\"chi-cuc-tdc\"", "\"xyz\"", "outcomes"),
    ])
    func `what is wrong is told with its element and field, and nothing is ready`(
        right: String, wrong: String, field: String
    ) throws {
        let bad = ImportTests.paper.replacingOccurrences(of: right, with: wrong)
        let checked = try check(elements("[\(ImportTests.paper), \(bad)]"))
        #expect(checked.ready.isEmpty)
        #expect(checked.problems.map(\.element) == [2])
        #expect(checked.problems.first?.field == field)
    }
}
