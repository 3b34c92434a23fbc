import Foundation
import Glibc
import Publishing
import Testing

@Suite("A release that is cut short") struct StoppedReleaseTests {
    /// A disk that refuses calls by their number, counted from 0.
    private final class Refusal: @unchecked Sendable {
        // Guarded by `lock`.
        private var asked = 0
        private let lock = NSLock()
        private let refused: PartialRangeFrom<Int>
        private let isForEver: Bool

        /// - Parameter isForEver: As if the program had been killed; otherwise only that one call fails.
        init(at number: Int, isForEver: Bool) {
            refused = number...
            self.isForEver = isForEver
        }

        var disk: Disk {
            Disk { call throws(DiskError) in
                let number = self.lock.withLock {
                    defer { self.asked += 1 }
                    return self.asked
                }
                if self.isForEver ? self.refused.contains(number) : number == self.refused.lowerBound {
                    throw DiskError(action: call.name, path: call.path, code: ENOSPC)
                }
            }
        }

        var isReached: Bool { lock.withLock { asked > refused.lowerBound } }
    }

    private static let first = site("1", ["site/a/index.html": "a", "site/z/index.html": "z"])
    private static let second = site("2", ["site/a/index.html": "a", "site/z/index.html": "z2"])
    private static let third = site("3", ["site/a/index.html": "a", "site/moi/x/index.html": "x", "site/n.xml": "n"])

    private static func site(_ version: String, _ more: [String: String]) -> [String: String] {
        let pages = ["site/index.html", "site/tra-cuu/index.html", "service/release.json"]
        let changing = Dictionary(uniqueKeysWithValues: pages.map { ($0, "\(version) \($0)") })
        return changing.merging(more) { _, new in new }
            .merging(["site/tai-nguyen/dt.\(version).css": version, "service/forms/\(version).json": version]) { $1 }
    }

    /// Two releases, and something of the operator's own in both trees.
    private func room() throws -> ReleaseRoom {
        let room = try ReleaseRoom()
        try room.release(Self.first)
        try room.release(Self.second)
        for tree in ["a", "b"] {
            let path = "\(room.folder.path)/\(tree)/site/a/xac-nhan.txt"
            try #require(FileManager.default.createFile(atPath: path, contents: Data("lạ".utf8)))
        }
        return room
    }

    private func holds(_ room: ReleaseRoom, _ site: [String: String]) -> Bool {
        site.allSatisfy { room.live($0.key) == $0.value }
    }

    /// Every address of one release answers whole, and so do the fingerprinted files of the one before it.
    private func expectWhole(_ room: ReleaseRoom, _ comment: Comment) {
        if holds(room, Self.third) {
            #expect(room.live("site/tai-nguyen/dt.2.css") == "2" && room.live("service/forms/2.json") == "2", comment)
        } else {
            #expect(holds(room, Self.second), comment)
            #expect(room.live("site/tai-nguyen/dt.1.css") == "1" && room.live("service/forms/1.json") == "1", comment)
        }
    }

    /// What a third release leaves when nothing stops it, below the trees.
    private func expectMended(_ room: ReleaseRoom, _ comment: Comment) throws {
        try room.release(Self.third)
        #expect(holds(room, Self.third), comment)
        let live = try #require(try room.folder.live()).rawValue
        let kept = ["site/tai-nguyen/dt.2.css", "service/forms/2.json"]
        let expected = Set(Self.third.keys).union(kept).union(["site/a/xac-nhan.txt", "manifest"])
        let picture = try room.picture()
        let files = picture.filter { $0.key.hasPrefix("\(live)/") && $0.value != "-" }.map {
            String($0.key.dropFirst(2))
        }
        // Lists of a change that was finished may lie about beside the manifest; they are never read again.
        #expect(Set(files).subtracting(["manifest.before", "manifest.adding"]) == expected, comment)
        #expect(!picture.keys.contains { $0.contains(".staging") || $0.hasSuffix(".new") }, comment)
        for tree in ["a", "b"] { #expect(picture["\(tree)/site/a/xac-nhan.txt"] == "lạ", comment) }
    }

    @Test(arguments: [true, false])
    func `at each system call in turn, readers see one whole release and the next build mends the rest`(
        isKilled: Bool
    ) throws {
        var stops = 0
        for number in 0... {
            let room = try room()
            let refusal = Refusal(at: number, isForEver: isKilled)
            do { try room.release(Self.third, on: refusal.disk) } catch is DiskError {}
            let comment: Comment = "stopped at call \(number)"
            expectWhole(room, comment)
            try expectMended(room, comment)
            guard refusal.isReached else { break }
            stops += 1
        }
        // Some calls for each of the eight files that are new, changed or gone.
        #expect(stops > 40)
    }

    @Test func `going back after any stop shows a whole release, or is refused`() throws {
        for number in 0... {
            let room = try room()
            let refusal = Refusal(at: number, isForEver: true)
            do { try room.release(Self.third, on: refusal.disk) } catch is DiskError {}
            do {
                _ = try room.folder.rollback()
                let wholes = [Self.first, Self.second, Self.third]
                #expect(wholes.contains { holds(room, $0) }, "stopped at call \(number)")
            } catch ReleaseError.nothingBefore {
                expectWhole(room, "stopped at call \(number)")
            }
            guard refusal.isReached else { break }
        }
    }

    /// Between fork and exec a program that is being started has all that is open, the lock of a finished build too.
    @Test func `a build that is over keeps nobody out while programs are started beside it`() throws {
        let room = try room()
        try room.release(Self.second)
        let over = NSCondition()
        let starter = Thread {
            for _ in 0..<300 {
                var child: pid_t = 0
                var words: [UnsafeMutablePointer<CChar>?] = [strdup("true"), nil]
                if posix_spawn(&child, "/bin/true", nil, nil, &words, nil) == 0 { waitpid(child, nil, 0) }
                free(words[0])
            }
            over.withLock { over.signal() }
        }
        over.lock()
        starter.start()
        for _ in 0..<2_000 { _ = try room.folder.rollback() }
        over.wait()
        over.unlock()
    }

    @Test func `going back that is cut short shows one whole release`() throws {
        for number in 0... {
            let room = try room()
            let refusal = Refusal(at: number, isForEver: true)
            do { _ = try PublicFolder(path: room.folder.path, disk: refusal.disk).rollback() } catch is DiskError {}
            #expect([Self.first, Self.second].contains { holds(room, $0) }, "stopped at call \(number)")
            try expectMendedAfterRollback(room)
            guard refusal.isReached else { break }
        }
    }

    private func expectMendedAfterRollback(_ room: ReleaseRoom) throws {
        try room.release(Self.third)
        #expect(holds(room, Self.third))
    }

    @Test func `a tree that may not be written leaves the live site as it is`() throws {
        let room = try room()
        let before = try room.picture()
        #expect(throws: DiskError.self) {
            try room.release(
                Self.third,
                on: Disk { call throws(DiskError) in throw DiskError(action: call.name, path: call.path, code: EROFS) })
        }
        #expect(try room.picture() == before)
    }
}
