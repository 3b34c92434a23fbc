import Foundation
import Publishing
import Testing

@Suite("Readers during releases") struct ReaderTests {
    private static let pages = 50
    private static let releases = ProcessInfo.processInfo.environment["SOAK"] == nil ? 40 : 200

    private static func path(_ page: Int) -> String { "site/trang-\(page)/index.html" }

    /// Long enough to be seen half written, and of another length each time.
    private static func text(_ page: Int, _ version: Int) -> String {
        "\(version)\n" + String(repeating: "trang \(page) bản \(version)\n", count: 200 + 37 * version % 400) + "hết"
    }

    /// What readers found wrong; nothing of it is guarded by more than `lock`.
    private final class Complaints: @unchecked Sendable {
        private let lock = NSLock()
        private var found: [String] = []
        private var isOver = false
        private var read = 0

        var all: [String] { lock.withLock { found } }
        var reads: Int { lock.withLock { read } }
        func end() { lock.withLock { isOver = true } }

        /// - Returns: Whether to go on.
        func note(_ problem: String?) -> Bool {
            lock.withLock {
                read += 1
                if let problem { found.append(problem) }
                return !isOver
            }
        }
    }

    @Test func `nobody ever gets half a page, a page that is missing, or a page that never was`() throws {
        let room = try ReleaseRoom()
        func site(_ version: Int) -> [String: String] {
            // A third of the pages changes each time.
            Dictionary(
                uniqueKeysWithValues: (0..<Self.pages).map {
                    (Self.path($0), Self.text($0, version - (version + $0) % 3))
                })
        }
        try room.release(site(3))
        let complaints = Complaints()
        let root = room.folder.path + "/current/"
        let group = DispatchGroup()
        for reader in 0..<3 {
            group.enter()
            // Threads of their own: in a queue they would wait behind what other suites do.
            Thread.detachNewThread {
                var page = reader * 17
                repeat { page = (page + 1) % Self.pages } while complaints.note(Self.problem(page, root))
                group.leave()
            }
        }
        for version in 4..<(4 + Self.releases) { try room.release(site(version)) }
        complaints.end()
        group.wait()
        #expect(complaints.all == [])
        #expect(complaints.reads > Self.pages)
    }

    private static func problem(_ page: Int, _ root: String) -> String? {
        guard let bytes = FileManager.default.contents(atPath: root + path(page)) else { return "\(page) missing" }
        let text = String(decoding: bytes, as: UTF8.self)
        guard let version = Int(text.prefix { $0 != "\n" }), text == Self.text(page, version) else {
            return "\(page) broken: \(text.count) characters"
        }
        return nil
    }
}
