import Content
import Domain
import Foundation
import Testing

@Suite("Diagnostics of whole sites") struct BrokenSitesTests {
    /// The day the expectations were written for.
    static let day = CivilDate(year: 2026, month: 3, day: 1)

    static let cases =
        ["answers", "dates", "days-off", "encoding", "files", "form", "keys", "links", "markdown"]
        + ["names", "no-site", "redirects", "results-too-early", "syntax", "time", "types"]

    @Test(arguments: cases) func `a site shows every fault with place and remedy`(name: String) throws {
        let site = try FixtureSite(name)
        let loaded = site.load(at: try #require(Self.day).start)
        let found = loaded.diagnostics.map(\.description).joined(separator: "\n\n") + "\n"
        let file = FixtureSite.folder.appending(path: "\(name)/expected.txt")
        if ProcessInfo.processInfo.environment["REWRITE_GOLDEN"] == "1" { try Data(found.utf8).write(to: file) }
        let expected = try String(contentsOf: file, encoding: .utf8)
        #expect(found == expected)
        #expect(!loaded.diagnostics.isEmpty)
        #expect((loaded.portal == nil) == loaded.diagnostics.contains { $0.severity == .error })
    }

    @Test func `every folder of fixtures is a case`() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: FixtureSite.folder.path)
        #expect(Set(folders).subtracting(["good", "README.md"]) == Set(Self.cases))
    }

    @Test func `diagnostics are sorted by file and line`() throws {
        let diagnostics = try FixtureSite("markdown").load().diagnostics
        #expect(diagnostics == diagnostics.sorted())
    }

    @Test func `without a moment nothing depends on the day`() throws {
        #expect(try FixtureSite("time").load().diagnostics.map(\.rule) == ["not-yet-in-force"])
    }
}
