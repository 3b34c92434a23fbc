import Domain
import Foundation
import Testing

@testable import doithoai

@Suite("What check says of a broken site") struct BrokenCaseTests {
    private static let isRewriting = ProcessInfo.processInfo.environment["REWRITE_GOLDEN"] == "1"

    @Test(arguments: try BrokenCase.all())
    func `each fault is told with its place, cause and cure, and nothing else is`(_ broken: BrokenCase) throws {
        let report = try BrokenSite(broken.changes).check()
        let said = report.list(inColour: false) + report.summary + "\n"
        if Self.isRewriting { try Data("\(broken.input)\n====\n\(said)".utf8).write(to: broken.file) }
        #expect(said == (Self.isRewriting ? said : broken.expected))
        #expect(!report.errors.isEmpty || !report.warnings.isEmpty)
    }

    @Test func `the good site has nothing to say`() throws {
        let report = try BrokenSite([]).check()
        #expect(report.list(inColour: false) == "")
        #expect(report.summary == "Không có lỗi, không có cảnh báo.")
    }

    @Test func `at least 120 faults are shown`() throws {
        #expect(try BrokenCase.all().count >= 120)
    }
}
