import Cryptography
import Domain
import Foundation
import Testing

@testable import Content

/// The good site of the fixtures with a number of answers that link to one another, and a cache beside it.
final class CachedSite {
    let site: FixtureSite
    let state: URL

    /// - Parameter answers: How many to add to those of the site.
    init(answers: Int = 0) throws {
        site = try FixtureSite("good")
        state = site.root.appending(path: "state")
        try FileManager.default.createDirectory(at: state, withIntermediateDirectories: true)
        for number in 0..<answers { try write(number, linkTo: (number + 1) % answers) }
    }

    static func path(_ number: Int) -> String { "content/phan-anh/hoi-dap/cau-\(number).md" }

    static func text(_ number: Int, linkTo other: Int, asker: String = "Một người dân") -> String {
        """
        ---
        title: Câu hỏi số \(number) về giếng khoan?
        subject: nuoc
        division: van-phong
        outcome: answered
        kind: question
        asked: 03/02/2025
        asker: \(asker)
        answered: 10/02/2025
        published: 11/02/2025
        summary: Trả lời số \(number).
        legal-bases: [nd-cu]
        review: 10/02/2026
        illustration: true
        question: |
          Nhà tôi khoan giếng số \(number).

          Có phải xin phép không?
        ---

        ## Giấy tờ

        Xem [câu \(other)](/phan-anh/hoi-dap/cau-\(other)/#giay-to).

        """
    }

    func write(_ number: Int, linkTo other: Int, asker: String = "Một người dân") throws {
        try site.write(Self.text(number, linkTo: other, asker: asker), to: Self.path(number))
    }

    func remove(_ path: String) throws { try FileManager.default.removeItem(at: site.root.appending(path: path)) }

    var cacheFile: URL { state.appending(path: "answers") }

    func load(
        at instant: Date? = BrokenSitesTests.day?.start, program: String = "một", mayWrite: Bool = true
    ) -> LoadedContent {
        let cache = ContentCache(folder: state, program: SHA256Digest(of: program), mayWrite: mayWrite)
        return ContentLoader(root: site.root, cache: cache, jobs: 2).load(at: instant)
    }

    /// Loads with the cache and without, insisting on the same.
    @discardableResult func loadAlike(
        at instant: Date? = BrokenSitesTests.day?.start, _ note: String = "",
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> LoadedContent {
        let cached = load(at: instant)
        let cold = ContentLoader(root: site.root, jobs: 1).load(at: instant)
        #expect(cached.diagnostics == cold.diagnostics, "\(note)", sourceLocation: sourceLocation)
        #expect(cached.portal == cold.portal, "\(note)", sourceLocation: sourceLocation)
        let texts = try [cached, cold].map { try $0.portal?.answers.map { try $0.text() } }
        #expect(texts[0] == texts[1], "\(note)", sourceLocation: sourceLocation)
        return cached
    }

    /// Waits until a later change of a file must show in its times.
    func settle() { usleep(150_000) }
}
