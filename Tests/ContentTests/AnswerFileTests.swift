import Cryptography
import Domain
import Foundation
import Testing

@testable import Content

@Suite("One answer file") struct AnswerFileTests {
    private static let path = "content/doi-thoai/2025/hoi-dap/tach-thua.md"

    private func site() throws -> (site: Site, bytes: Data) {
        let site = try FixtureSite("good")
        let portal = try #require(site.load().portal)
        return (portal.site, try Data(contentsOf: site.root.appending(path: Self.path)))
    }

    @Test func `it gives the same answer as the whole site`() throws {
        let site = try FixtureSite("good")
        let portal = try #require(site.load().portal)
        let bytes = try Data(contentsOf: site.root.appending(path: Self.path))
        let parsed = AnswerFile.parse(bytes: bytes, path: Self.path, site: portal.site)
        #expect(parsed.diagnostics.isEmpty)
        #expect(parsed.answer == portal.answers.first { $0.slug == "tach-thua" })
    }

    @Test func `its digest is that of the bytes`() throws {
        let (site, bytes) = try site()
        let answer = try #require(AnswerFile.parse(bytes: bytes, path: Self.path, site: site).answer)
        #expect(answer.sourceDigest == SHA256Digest(of: bytes).description)
        #expect(answer.sourcePath == Self.path)
        let other = try #require(AnswerFile.parse(bytes: bytes + Data("\n".utf8), path: Self.path, site: site).answer)
        #expect(other.sourceDigest != answer.sourceDigest)
    }

    @Test func `the question stays text, mark-up and all`() throws {
        let (site, bytes) = try site()
        let answer = try #require(AnswerFile.parse(bytes: bytes, path: Self.path, site: site).answer)
        #expect(try answer.text().question == "Tôi muốn tách thửa.\n\nCần **giấy tờ** gì?")
        #expect(answer.matter?.description == "2025-0001/1")
        #expect(answer.legalBases == ["luat-mau", "Hướng dẫn số 5 của Sở"])
    }

    @Test(arguments: ["content/trang/x.md", "var/drafts/x.md", "content/doi-thoai/2025/x.md", ""])
    func `a path that is no answer's is a fault`(path: String) throws {
        let (site, bytes) = try site()
        let parsed = AnswerFile.parse(bytes: bytes, path: path, site: site)
        #expect(parsed.answer == nil)
        #expect(parsed.diagnostics.map(\.rule) == ["unexpected-file"])
    }

    @Test(arguments: [
        ("matter: 2025-0001/1\n", "", ["no-matter"]),
        ("matter: 2025-0001/1", "matter: 2025-0001/1\nillustration: true", ["matter-and-illustration"]),
        ("matter: 2025-0001/1", "matter: 2024-0001/1", ["matter-elsewhere"]),
        ("matter: 2025-0001/1", "matter: 2025-1", ["not-a-matter"]),
        ("matter: 2025-0001/1", "illustration: false", ["no-matter"]),
        ("outcome: guided", "outcome: withdrawn", ["not-a-choice"]),
        ("authority: ubnd-tinh\n", "", ["authority-missing"]),
        ("asked: 12/05/2025", "asked: 32/05/2025", ["impossible-date"]),
        ("asked: 12/05/2025", "asked: 27/05/2025", ["out-of-order"]),
        ("subject: dat", "subject: chua-ro", ["unknown-name"]),
    ]) func `a broken answer is withheld and the fault named`(from: String, to: String, rules: [String]) throws {
        let (site, bytes) = try site()
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains(from))
        let broken = Data(text.replacingOccurrences(of: from, with: to).utf8)
        let parsed = AnswerFile.parse(bytes: broken, path: Self.path, site: site)
        #expect(parsed.answer == nil)
        #expect(parsed.diagnostics.map(\.rule) == rules)
    }
}
