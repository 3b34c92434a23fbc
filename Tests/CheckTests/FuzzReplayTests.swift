import Foundation
import FuzzTargets
import Testing

@Suite("Odd input") struct FuzzReplayTests {
    private static let seeds = BrokenSite.checkout.appending(path: "Tests/Fuzz/seeds")

    @Test(arguments: FuzzTarget.allCases)
    func `every input that was kept is read to its end`(target: FuzzTarget) throws {
        let folder = Self.seeds.appending(path: target.rawValue)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(!names.isEmpty)
        for name in names { target.run(try Data(contentsOf: folder.appending(path: name))) }
    }

    /// What grows by repeating: none of it may take a stack, a square of time that matters, or gigabytes.
    @Test(arguments: [
        (FuzzTarget.markdown, "> "), (.markdown, "- "), (.markdown, "**a *b "), (.markdown, "[a]("), (.markdown, "![["),
        (.markdown, "|a"), (.markdown, "[^1]"), (.markdown, "`"), (.markdown, "<a>"), (.markdown, "&#x110;"),
        (.markdown, "# a\n"), (.markdown, "a@b.vn "), (.front, "- "), (.front, "{a: "), (.front, "[["),
        (.front, "a: &a "),
        (.post, "&"), (.post, "a=&"), (.post, "%E1"), (.send, "phan-1=a&"), (.token, "AA"),
        (.front, "\n "), (.site, "? "), (.dialogue, "tasks: {task: "), (.form, "parts:\n- "), (.template, "{{#a}}"),
        (.template, "{{<layout}}"), (.template, "{{a}}"), (.page, "---\n"), (.page, "\u{301}"),
    ])
    func `a file full of one piece is read to its end`(target: FuzzTarget, piece: String) {
        target.run(Data(String(repeating: piece, count: 20_000 / piece.utf8.count).utf8))
    }
}
