import Cryptography
import Foundation
import Publishing
import Testing

@Suite("A release") struct ReleaseTests {
    @Test func `the first release is live and readable by everybody`() throws {
        let room = try ReleaseRoom()
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
        let room = try ReleaseRoom()
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

    @Test func `a standby tree made ready has all that is live, and the release after it places the change`() throws {
        let room = try ReleaseRoom()
        try room.release(["site/index.html": "một", "site/a/index.html": "như cũ"])
        try room.folder.alignStandby()
        #expect(try room.folder.live() == .a)
        #expect(try room.folder.manifest(of: .b) == room.folder.manifest(of: .a))
        let before = try room.status("b/site/a/index.html")
        #expect(try before.st_ino == room.status("a/site/a/index.html").st_ino)
        let report = try room.release(["site/index.html": "hai", "site/a/index.html": "như cũ"])
        #expect(report.sentence == "0 trang mới, 1 sửa, 0 gỡ")
        #expect(room.live("site/index.html") == "hai" && room.live("site/a/index.html") == "như cũ")
        #expect(room.text(room.folder.path + "/a/site/index.html") == "một")
    }

    @Test(arguments: [true, false]) func `only a disk that is waited for is asked to sync`(waits: Bool) throws {
        let disk = Disk(
            permit: { (call: Disk.Call) throws(DiskError) in
                if call.name.contains("sync") { throw DiskError(action: "ghi", path: call.path, code: EIO) }
            }, waits: waits)
        let room = try ReleaseRoom(disk: disk)
        if waits {
            #expect(throws: DiskError.self) { try room.release(["site/index.html": "một"]) }
        } else {
            try room.release(["site/index.html": "một"])
            #expect(room.live("site/index.html") == "một")
        }
    }

    @Test func `a change within the same second and of the same length still gets another time`() throws {
        let room = try ReleaseRoom()
        var times: Set<Int> = []
        for text in ["19", "20", "21", "22"] {
            try room.release(["site/index.html": text])
            times.insert(try room.status("current/site/index.html").st_mtim.tv_sec)
        }
        #expect(times.count == 4)
    }

    @Test func `the same input changes nothing at all`() throws {
        let room = try ReleaseRoom()
        try room.release(["site/index.html": "một"])
        let before = try room.picture()
        let report = try room.release(["site/index.html": "một"])
        #expect(report.isUnchanged)
        #expect(try room.picture() == before)
    }

    @Test func `pages that are gone are removed, and the folders they leave empty`() throws {
        let room = try ReleaseRoom()
        try room.release(["site/index.html": "1", "site/x/y/index.html": "2"])
        try room.release(["site/index.html": "1"])
        #expect(room.live("site/x/y/index.html") == nil)
        try room.release(["site/index.html": "2"])
        #expect(!FileManager.default.fileExists(atPath: room.folder.path + "/a/site/x"))
    }

    @Test func `a file that no release put there is never deleted`() throws {
        let room = try ReleaseRoom()
        try room.release(["site/index.html": "1", "site/x/index.html": "1"])
        let foreign = room.folder.path + "/a/site/x/xac-nhan.txt"
        #expect(FileManager.default.createFile(atPath: foreign, contents: Data("lạ".utf8)))
        for text in ["2", "3", "4"] { try room.release(["site/index.html": text]) }
        #expect(room.text(foreign) == "lạ")
    }

    @Test func `a foreign file in the place of a page stops the release and is not replaced`() throws {
        let room = try ReleaseRoom()
        try room.release(["site/index.html": "1"])
        try room.release(["site/index.html": "2"])
        let foreign = room.folder.path + "/a/site/moi.html"
        #expect(FileManager.default.createFile(atPath: foreign, contents: Data("lạ".utf8)))
        #expect(throws: ReleaseError.self) { try room.release(["site/index.html": "3", "site/moi.html": "mới"]) }
        #expect(room.text(foreign) == "lạ")
        #expect(room.live("site/index.html") == "2")
    }

    @Test func `rollback goes back, and forth again`() throws {
        let room = try ReleaseRoom()
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

    @Test func `after going back, pages still open in browsers find the fingerprinted files they ask for`() throws {
        let room = try ReleaseRoom()
        try room.release(["site/index.html": "1", "site/tai-nguyen/dt.1.css": "1"])
        try room.release(["site/index.html": "2", "site/tai-nguyen/dt.2.css": "2"])
        _ = try room.folder.rollback()
        #expect(room.live("site/index.html") == "1" && room.live("site/tai-nguyen/dt.2.css") == "2")
        try room.release(["site/index.html": "3", "site/tai-nguyen/dt.3.css": "3"])
        #expect(room.live("site/tai-nguyen/dt.1.css") == "1" && room.live("site/tai-nguyen/dt.2.css") == nil)
    }

    @Test func `fingerprinted files stay one release longer`() throws {
        let room = try ReleaseRoom()
        try room.release(["site/index.html": "1", "site/tai-nguyen/dt.1.css": "1", "service/forms/1.json": "1"])
        try room.release(["site/index.html": "2", "site/tai-nguyen/dt.2.css": "2", "service/forms/2.json": "2"])
        #expect(room.live("site/tai-nguyen/dt.1.css") == "1" && room.live("service/forms/1.json") == "1")
        try room.release(["site/index.html": "3", "site/tai-nguyen/dt.2.css": "2", "service/forms/2.json": "2"])
        #expect(room.live("site/tai-nguyen/dt.1.css") == nil && room.live("service/forms/1.json") == nil)
        #expect(room.live("site/tai-nguyen/dt.2.css") == "2")
    }

    @Test func `a tree whose manifest is lost is built again`() throws {
        let room = try ReleaseRoom()
        try room.release(["site/index.html": "1"])
        try room.release(["site/index.html": "2"])
        try FileManager.default.removeItem(atPath: room.folder.path + "/a/manifest")
        try Data("hỏng".utf8).write(to: URL(filePath: room.folder.path + "/a/site/index.html"))
        try room.release(["site/index.html": "3"])
        #expect(room.live("site/index.html") == "3")
    }

    @Test func `a live file that was emptied is written anew`() throws {
        let room = try ReleaseRoom()
        try room.release(["site/index.html": "1", "site/a/index.html": "như cũ"])
        try Data().write(to: URL(filePath: room.folder.path + "/a/site/a/index.html"))
        try room.release(["site/index.html": "1", "site/a/index.html": "như cũ"])
        #expect(room.live("site/a/index.html") == "như cũ")
    }

    @Test func `two builds in one folder do not meet`() throws {
        let room = try ReleaseRoom()
        let draft = try ReleaseDraft(in: room.folder, stamp: SHA256Digest(of: ""))
        #expect(throws: ReleaseError.busy(room.folder.path)) { try room.release(["site/index.html": "1"]) }
        try draft.close()
        try room.release(["site/index.html": "1"])
    }

    @Test(arguments: ["site/../x", "site/.htaccess", "khac/x", "site//x", "/site/x", "site/ă", "site/a b", "site"])
    func `a path that leaves the tree is refused`(path: String) throws {
        let room = try ReleaseRoom()
        #expect(throws: ReleaseError.badPath(path)) { try room.release([path: "x"]) }
    }

    @Test func `two pages cannot want the same path`() throws {
        let room = try ReleaseRoom()
        let draft = try ReleaseDraft(in: room.folder, stamp: SHA256Digest(of: ""))
        try draft.prepareStaging()
        try draft.add(ReleasedFile(path: "site/index.html", text: "1"))
        #expect(throws: ReleaseError.samePath("site/index.html")) {
            try draft.add(ReleasedFile(path: "site/index.html", text: "2"))
        }
        try draft.close()
    }
}
