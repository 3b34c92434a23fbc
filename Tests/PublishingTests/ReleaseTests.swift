import Cryptography
import Foundation
import Glibc
import Publishing
import Testing

@Suite("A release") struct ReleaseTests {
    /// A public folder of its own for each test, taken away at the end.
    final class Room {
        let folder: PublicFolder
        init() throws {
            let path = NSTemporaryDirectory() + "release-\(UUID().uuidString)"
            folder = PublicFolder(path: path)
        }
        deinit {
            do { try FileManager.default.removeItem(atPath: folder.path) } catch { Issue.record(error) }
        }

        @discardableResult func release(_ files: [String: String]) throws -> ReleaseReport {
            let draft = try ReleaseDraft(in: folder, stamp: SHA256Digest(of: ""))
            do {
                for (path, text) in files.sorted(by: { $0.key < $1.key }) {
                    try draft.add(ReleasedFile(path: path, text: text))
                }
                let report = try draft.publish()
                try draft.close()
                return report
            } catch {
                try draft.close()
                throw error
            }
        }

        func live(_ path: String) -> String? { text(folder.path + "/current/" + path) }
        func text(_ path: String) -> String? {
            FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
        }
        func status(_ path: String) throws -> stat {
            var result = stat()
            try #require(stat(folder.path + "/" + path, &result) == 0)
            return result
        }
        /// Everything below the folder with its bytes, links as their targets.
        func picture() throws -> [String: String] {
            var picture: [String: String] = [:]
            for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
                picture[name] = text(folder.path + "/" + name) ?? "-"
            }
            return picture
        }
    }

    @Test func `the first release is live and readable by everybody`() throws {
        let room = try Room()
        let old = umask(0o077)
        defer { umask(old) }
        let report = try room.release(["site/index.html": "một", "service/release.json": "{}"])
        #expect(report.sentence == "1 trang mới, 0 sửa, 0 gỡ; 1 tệp khác đổi")
        #expect(room.live("site/index.html") == "một")
        #expect(try room.status("current/site/index.html").st_mode & 0o777 == 0o644)
        #expect(try room.status("current/site").st_mode & 0o777 == 0o755)
        #expect(try room.folder.live() == .a)
    }

    @Test func `what did not change keeps its inode and its time`() throws {
        let room = try Room()
        try room.release(["site/index.html": "một", "site/a/index.html": "như cũ"])
        let before = try room.status("current/site/a/index.html")
        let report = try room.release([
            "site/index.html": "hai", "site/a/index.html": "như cũ", "site/b/index.html": "x",
        ])
        let after = try room.status("current/site/a/index.html")
        #expect(try room.folder.live() == .b)
        #expect(report.sentence == "1 trang mới, 1 sửa, 0 gỡ")
        #expect(before.st_ino == after.st_ino && before.st_mtim.tv_sec == after.st_mtim.tv_sec)
        #expect(room.live("site/index.html") == "hai")
        #expect(room.text(room.folder.path + "/a/site/index.html") == "một")
    }

    @Test func `a change within the same second and of the same length still gets another time`() throws {
        let room = try Room()
        var times: Set<Int> = []
        for text in ["19", "20", "21", "22"] {
            try room.release(["site/index.html": text])
            times.insert(try room.status("current/site/index.html").st_mtim.tv_sec)
        }
        #expect(times.count == 4)
    }

    @Test func `the same input changes nothing at all`() throws {
        let room = try Room()
        try room.release(["site/index.html": "một"])
        let before = try room.picture()
        let report = try room.release(["site/index.html": "một"])
        #expect(report.isUnchanged)
        #expect(try room.picture() == before)
    }

    @Test func `pages that are gone are removed, and the folders they leave empty`() throws {
        let room = try Room()
        try room.release(["site/index.html": "1", "site/x/y/index.html": "2"])
        try room.release(["site/index.html": "1"])
        #expect(room.live("site/x/y/index.html") == nil)
        try room.release(["site/index.html": "2"])
        #expect(!FileManager.default.fileExists(atPath: room.folder.path + "/a/site/x"))
    }

    @Test func `a file that no release put there is never deleted`() throws {
        let room = try Room()
        try room.release(["site/index.html": "1", "site/x/index.html": "1"])
        let foreign = room.folder.path + "/a/site/x/xac-nhan.txt"
        #expect(FileManager.default.createFile(atPath: foreign, contents: Data("lạ".utf8)))
        for text in ["2", "3", "4"] { try room.release(["site/index.html": text]) }
        #expect(room.text(foreign) == "lạ")
    }

    @Test func `a foreign file in the place of a page stops the release and is not replaced`() throws {
        let room = try Room()
        try room.release(["site/index.html": "1"])
        try room.release(["site/index.html": "2"])
        let foreign = room.folder.path + "/a/site/moi.html"
        #expect(FileManager.default.createFile(atPath: foreign, contents: Data("lạ".utf8)))
        #expect(throws: ReleaseError.self) { try room.release(["site/index.html": "3", "site/moi.html": "mới"]) }
        #expect(room.text(foreign) == "lạ")
        #expect(room.live("site/index.html") == "2")
    }

    @Test func `a release that fails on the way leaves the live tree as it was, and the next one mends the other`()
        throws
    {
        let room = try Room()
        try room.release(["site/index.html": "1"])
        try room.release(["site/index.html": "2", "site/z/index.html": "2"])
        // A folder in the place of a file lets the last rename fail, after other files have changed.
        try FileManager.default.createDirectory(
            atPath: room.folder.path + "/a/site/z/index.html/lạ", withIntermediateDirectories: true)
        #expect(throws: (any Error).self) {
            try room.release(["site/index.html": "3", "site/moi/index.html": "3", "site/z/index.html": "3"])
        }
        #expect(try room.folder.live() == .b)
        #expect(room.live("site/index.html") == "2" && room.live("site/z/index.html") == "2")
        #expect(throws: ReleaseError.nothingBefore) { try room.folder.rollback() }
        try FileManager.default.removeItem(atPath: room.folder.path + "/a/site/z/index.html")
        try room.release(["site/index.html": "4", "site/z/index.html": "2"])
        #expect(room.live("site/index.html") == "4")
        #expect(room.live("site/moi/index.html") == nil)
    }

    @Test func `rollback goes back, and forth again`() throws {
        let room = try Room()
        try room.release(["site/index.html": "1"])
        #expect(throws: ReleaseError.nothingBefore) { try room.folder.rollback() }
        try room.release(["site/index.html": "2"])
        #expect(try room.folder.rollback() == .a)
        #expect(room.live("site/index.html") == "1")
        #expect(try room.folder.rollback() == .b)
        _ = try room.folder.rollback()
        try room.release(["site/index.html": "3"])
        #expect(room.live("site/index.html") == "3")
    }

    @Test func `fingerprinted files stay one release longer`() throws {
        let room = try Room()
        try room.release(["site/index.html": "1", "site/tai-nguyen/dt.1.css": "1", "service/forms/1.json": "1"])
        try room.release(["site/index.html": "2", "site/tai-nguyen/dt.2.css": "2", "service/forms/2.json": "2"])
        #expect(room.live("site/tai-nguyen/dt.1.css") == "1" && room.live("service/forms/1.json") == "1")
        try room.release(["site/index.html": "3", "site/tai-nguyen/dt.2.css": "2", "service/forms/2.json": "2"])
        #expect(room.live("site/tai-nguyen/dt.1.css") == nil && room.live("service/forms/1.json") == nil)
        #expect(room.live("site/tai-nguyen/dt.2.css") == "2")
    }

    @Test func `a tree whose manifest is lost is built again`() throws {
        let room = try Room()
        try room.release(["site/index.html": "1"])
        try room.release(["site/index.html": "2"])
        try FileManager.default.removeItem(atPath: room.folder.path + "/a/manifest")
        try Data("hỏng".utf8).write(to: URL(filePath: room.folder.path + "/a/site/index.html"))
        try room.release(["site/index.html": "3"])
        #expect(room.live("site/index.html") == "3")
    }

    @Test func `a live file that was emptied is written anew`() throws {
        let room = try Room()
        try room.release(["site/index.html": "1", "site/a/index.html": "như cũ"])
        try Data().write(to: URL(filePath: room.folder.path + "/a/site/a/index.html"))
        try room.release(["site/index.html": "1", "site/a/index.html": "như cũ"])
        #expect(room.live("site/a/index.html") == "như cũ")
    }

    @Test func `two builds in one folder do not meet`() throws {
        let room = try Room()
        let draft = try ReleaseDraft(in: room.folder, stamp: SHA256Digest(of: ""))
        #expect(throws: ReleaseError.busy(room.folder.path)) { try room.release(["site/index.html": "1"]) }
        try draft.close()
        try room.release(["site/index.html": "1"])
    }

    @Test(arguments: ["site/../x", "site/.htaccess", "khac/x", "site//x", "/site/x", "site/ă", "site/a b", "site"])
    func `a path that leaves the tree is refused`(path: String) throws {
        let room = try Room()
        #expect(throws: ReleaseError.badPath(path)) { try room.release([path: "x"]) }
    }

    @Test func `two pages cannot want the same path`() throws {
        let room = try Room()
        let draft = try ReleaseDraft(in: room.folder, stamp: SHA256Digest(of: ""))
        try draft.add(ReleasedFile(path: "site/index.html", text: "1"))
        #expect(throws: ReleaseError.samePath("site/index.html")) {
            try draft.add(ReleasedFile(path: "site/index.html", text: "2"))
        }
        try draft.close()
    }
}
