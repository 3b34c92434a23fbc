import Cryptography
import Foundation
import Glibc
import Publishing
import Testing

/// A public folder of its own for a test, taken away at the end.
final class ReleaseRoom {
    let folder: PublicFolder

    init(disk: Disk = .real) throws {
        folder = PublicFolder(path: NSTemporaryDirectory() + "release-\(UUID().uuidString)", disk: disk)
    }

    deinit {
        do { try FileManager.default.removeItem(atPath: folder.path) } catch { Issue.record(error) }
    }

    /// Releases texts by path.
    @discardableResult func release(_ files: [String: String], on disk: Disk? = nil) throws -> ReleaseReport {
        let path = folder.path
        let target = disk.map { PublicFolder(path: path, disk: $0) } ?? folder
        let draft = try ReleaseDraft(in: target, stamp: SHA256Digest(of: ""))
        do {
            try draft.prepareStaging()
            for (path, text) in files.sorted(by: { $0.key < $1.key }) {
                try draft.add(ReleasedFile(path: path, text: text))
            }
            let report = try draft.publish()
            try draft.close()
            return report
        } catch {
            // A program that was killed clears nothing either.
            do { try draft.close() } catch is DiskError {}
            throw error
        }
    }

    /// As a reader gets it.
    func live(_ path: String) -> String? { text(folder.path + "/current/" + path) }

    func text(_ path: String) -> String? {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }

    func status(_ path: String) throws -> stat {
        var result = stat()
        try #require(stat(folder.path + "/" + path, &result) == 0)
        return result
    }

    /// Everything below the folder with its bytes, folders and links as «-».
    func picture() throws -> [String: String] {
        var picture: [String: String] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            picture[name] = text(folder.path + "/" + name) ?? "-"
        }
        return picture
    }
}
