import CZlib
import Cryptography
import Foundation
import Glibc
import Testing

@testable import Publishing

@Suite("The gzip copies beside released files") struct PackedCopiesTests {
    /// Releases and packs; a release whose packing was cut short is one without.
    static func release(
        _ room: ReleaseRoom, _ files: [String: String], packing: Bool = true, on disk: Disk = .real
    ) throws {
        let folder = PublicFolder(path: room.folder.path, disk: disk)
        let draft = try ReleaseDraft(in: folder, stamp: SHA256Digest(of: ""))
        defer { close(draft) }
        try draft.prepareStaging()
        for (path, text) in files.sorted(by: { $0.key < $1.key }) {
            try draft.add(ReleasedFile(path: path, text: text))
        }
        _ = try draft.publish()
        if packing { try draft.pack(Jobs(2)) }
    }

    /// A program that was killed clears nothing either.
    private static func close(_ draft: ReleaseDraft) {
        do { try draft.close() } catch {}
    }

    /// Text long enough to be packed.
    static func text(_ word: String) -> String { String(repeating: word + " ", count: 400) }

    /// Not by a program of the system: a process that begins holds every open lock for a moment.
    static func unpacked(_ path: String) throws -> Data {
        var packed = [UInt8](try #require(FileManager.default.contents(atPath: path)))
        var stream = z_stream()
        try #require(
            inflateInit2_(&stream, MAX_WBITS + 16, zlibVersion(), Int32(MemoryLayout<z_stream>.size)) == Z_OK)
        defer { inflateEnd(&stream) }
        return try packed.withUnsafeMutableBufferPointer { source in
            let bytes = try [UInt8](unsafeUninitializedCapacity: 100_000) { target, count in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                try #require(inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.avail_in == 0)
                count = target.count - Int(stream.avail_out)
            }
            return Data(bytes)
        }
    }

    /// In both trees, every copy is of the file beside it.
    static func check(_ room: ReleaseRoom) throws -> [String] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: room.folder.path).filter { $0.hasSuffix(".gz") }
        for name in names {
            let file = room.folder.path + "/" + name.dropLast(3)
            #expect(
                try unpacked(room.folder.path + "/" + name) == FileManager.default.contents(atPath: file), "\(name)")
            #expect(try room.status(name).st_mtim.tv_sec == room.status(String(name.dropLast(3))).st_mtim.tv_sec)
        }
        return names.filter { !$0.hasPrefix("current") }.sorted()
    }

    @Test func `files of text have a copy, small ones and pictures have none, and equal files have equal copies`()
        throws
    {
        let room = try ReleaseRoom()
        let files = [
            "site/index.html": Self.text("một"), "site/a/index.html": Self.text("một"), "site/b.html": "ngắn",
            "site/c.png": Self.text("một"), "service/release.json": Self.text("một"),
        ]
        try Self.release(room, files)
        #expect(try Self.check(room) == ["a/site/a/index.html.gz", "a/site/index.html.gz"])
        #expect(room.live("site/index.html.gz") == room.live("site/a/index.html.gz"))
        #expect(Gzip.packed(Data(Self.text("một").utf8))[4..<8] == Data([0, 0, 0, 0]))
    }

    @Test func `a copy is never of another version, whenever packing was cut short`() throws {
        let room = try ReleaseRoom()
        for round in 0..<24 {
            // Every way of having packed or not in three releases running, with files that come, change, stay and go.
            var files = ["site/same.html": Self.text("như cũ"), "site/index.html": Self.text("bản \(round)")]
            files["site/half.html"] = Self.text("bản \(round / 2)")
            if round % 3 != 0 { files["site/now-and-then.html"] = Self.text("lúc có lúc không") }
            if round % 5 == 0 { files["site/short.html"] = "ngắn" } else { files["site/short.html"] = Self.text("dài") }
            try Self.release(room, files, packing: [1, 0, 1, 1, 0, 0, 1][round % 7] == 1)
            _ = try Self.check(room)
            if round % 4 == 3 {
                _ = try room.folder.rollback()
                _ = try Self.check(room)
            }
        }
        try Self.release(room, ["site/same.html": Self.text("như cũ"), "site/index.html": Self.text("cuối")])
        let live = try #require(try room.folder.live()).rawValue
        #expect(
            try Self.check(room).filter { $0.hasPrefix(live) }
                == ["\(live)/site/index.html.gz", "\(live)/site/same.html.gz"])
    }

    @Test func `only what changed is packed: other copies keep their inode through releases`() throws {
        let room = try ReleaseRoom()
        try Self.release(room, ["site/index.html": Self.text("một"), "site/same.html": Self.text("như cũ")])
        let inode = try room.status("current/site/same.html.gz").st_ino
        for word in ["hai", "ba", "bốn"] {
            try Self.release(room, ["site/index.html": Self.text(word), "site/same.html": Self.text("như cũ")])
            #expect(try room.status("current/site/same.html.gz").st_ino == inode)
        }
        #expect(try Self.check(room).count == 4)
    }

    @Test func `after a stop at any system call every copy is still of its file, and the next build packs the rest`()
        throws
    {
        let before = [
            "site/index.html": Self.text("một"), "site/old.html": Self.text("cũ"), "site/same.html": Self.text("="),
        ]
        let after = [
            "site/index.html": Self.text("hai"), "site/new.html": Self.text("mới"), "site/same.html": Self.text("="),
        ]
        let third = [
            "site/index.html": Self.text("ba"), "site/new.html": Self.text("mới"), "site/a/b.html": Self.text("bê"),
            "site/same.html": Self.text("="),
        ]
        var stops = 0
        for number in 0... {
            let room = try ReleaseRoom()
            try Self.release(room, before)
            try Self.release(room, after)
            let calls = Counter()
            do {
                try Self.release(
                    room, third,
                    on: Disk { call throws(DiskError) in
                        if calls.next() >= number {
                            throw DiskError(action: call.name, path: call.path, code: ENOSPC)
                        }
                    })
            } catch is DiskError { stops += 1 }
            let isReached = calls.next() > number
            _ = try Self.check(room)
            try Self.release(room, after)
            let live = try #require(try room.folder.live()).rawValue
            #expect(try Self.check(room).filter { $0.hasPrefix(live) }.count == 3, "stopped at call \(number)")
            guard isReached else { break }
        }
        #expect(stops > 30)
    }

    /// Guarded by its lock.
    private final class Counter: @unchecked Sendable {
        private let lock = NSLock()
        private var count = 0
        func next() -> Int {
            lock.withLock {
                defer { count += 1 }
                return count
            }
        }
    }

    @Test func `a copy goes with its file, and its folder too`() throws {
        let room = try ReleaseRoom()
        try Self.release(room, ["site/index.html": Self.text("một"), "site/old/index.html": Self.text("cũ")])
        for word in ["hai", "ba"] { try Self.release(room, ["site/index.html": Self.text(word)]) }
        for tree in ["a", "b"] {
            #expect(!FileManager.default.fileExists(atPath: room.folder.path + "/\(tree)/site/old"))
        }
    }
}
