import Content
import Domain
import Foundation
import Testing

@testable import Publishing

@Suite("Time passing over the site") struct BoundaryWalkTests {
    static let golden = SamplePublication.root.appending(path: "Tests/Fixtures/boundaries.txt")

    /// The small good site with its answers approved, real theme.
    static func publication(at instant: Date) throws -> Publication {
        let good = SamplePublication.root.appending(path: "Tests/Fixtures/sites/good")
        var portal = try #require(ContentLoader(root: good).load().portal)
        // An answer that will outlive a decree it rests on.
        let index = try #require(portal.answers.firstIndex { $0.slug == "tach-thua" })
        portal.answers[index].legalBases.append("nd-cu")
        let approvals = try portal.answers.compactMap { answer in
            try answer.matter.map {
                Approval(
                    matter: $0, sha256: answer.sourceDigest, drafter: "a", approver: "b",
                    approvedAt: try SamplePublication.instant("2025-05-27T08:00"), withdrawnAt: nil)
            }
        }
        return Publication(portal: portal, approvals: approvals, now: instant)
    }

    static func files(at instant: Date) throws -> [String: Data] {
        let (files, diagnostics) = try SamplePublication.publisher().files(publication(at: instant))
        try #require(diagnostics.isEmpty)
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) })
    }

    /// What a reader sees differ, as site paths with `+`, `-` or `~`.
    static func changes(from old: [String: Data], to new: [String: Data]) -> [String] {
        Set(old.keys).union(new.keys).sorted().compactMap { path in
            guard path.hasPrefix("site/"), path.hasSuffix("/index.html"), old[path] != new[path] else { return nil }
            let sign = old[path] == nil ? "+" : new[path] == nil ? "-" : "~"
            return "  \(sign) \(path.dropFirst("site".count).dropLast("index.html".count))"
        }
    }

    @Test func `at each boundary exactly the expected pages change, and between two nothing does`() throws {
        let portal = try Self.publication(at: Date(timeIntervalSince1970: 0)).portal.withoutIllustrations
        let boundaries = Dictionary(grouping: Boundary.all(of: portal), by: \.instant).sorted { $0.key < $1.key }
        #expect(boundaries.count == 10)
        var lines: [String] = []
        var before = try Self.files(at: try #require(boundaries.first).key.addingTimeInterval(-1))
        for (index, boundary) in boundaries.enumerated() {
            let after = try Self.files(at: boundary.key)
            lines.append(VietnameseDate.machine(boundary.key))
            lines +=
                boundary.value.map { "  \($0.kind.rawValue): \($0.reason)" } + Self.changes(from: before, to: after)
            #expect(after["service/next-boundary.txt"] != before["service/next-boundary.txt"])
            let end = index + 1 < boundaries.count ? boundaries[index + 1].key : boundary.key.addingTimeInterval(1e8)
            before = try Self.files(at: end.addingTimeInterval(-1))
            let strays = Set(after.keys).union(before.keys).filter { after[$0] != before[$0] }
            #expect(strays == [], "between \(VietnameseDate.machine(boundary.key)) and the next boundary")
        }
        let walked = lines.joined(separator: "\n") + "\n"
        if ProcessInfo.processInfo.environment["REWRITE_GOLDEN"] == "1" { try Data(walked.utf8).write(to: Self.golden) }
        #expect(try String(contentsOf: Self.golden, encoding: .utf8) == walked)
    }

    @Test func `a release is due at its boundary and not a second earlier`() throws {
        let room = try ReleaseRoom()
        let opens = try SamplePublication.instant("2025-05-07T08:00")
        #expect(try room.folder.isDue(at: opens))
        _ = try SamplePublication.publisher().publish(
            Self.publication(at: opens.addingTimeInterval(-3_600)), into: room.folder)
        #expect(try !room.folder.isDue(at: opens.addingTimeInterval(-1)))
        #expect(try room.folder.isDue(at: opens))
        #expect(try room.folder.isDue(at: opens.addingTimeInterval(86_400)))
    }

    @Test func `after the last boundary no release is due any more`() throws {
        let room = try ReleaseRoom()
        let late = try SamplePublication.instant("2040-01-01")
        _ = try SamplePublication.publisher().publish(Self.publication(at: late), into: room.folder)
        #expect(try !room.folder.isDue(at: late.addingTimeInterval(1e9)))
    }
}
