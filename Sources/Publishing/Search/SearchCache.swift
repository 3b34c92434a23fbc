package import Cryptography
package import Foundation

/// Where a build leaves its search data for the next one, so that one changed answer does not mean reading a year.
///
/// It only saves time: what is missing, damaged, someone else's or another program's is not there.
package struct SearchCache: Sendable {
    private let folder: URL
    private let program: SHA256Digest

    /// - Parameters:
    ///   - folder: Made when missing; may be emptied at any time.
    ///   - program: Another one may find other words in the same text.
    package init(folder: URL, program: SHA256Digest = ProgramDigest.own) {
        self.folder = folder
        self.program = program
    }

    /// A segment as it was made before.
    struct Kept {
        /// Key of the segment, in hexadecimal.
        let key: String
        /// Digest of the source of each answer, by its number.
        let sources: [String]
        let bytes: [UInt8]
    }

    /// The last version of a segment made in the same context; nothing when there is none that can be believed.
    func kept(_ name: String, context: SHA256Digest) -> Kept? {
        let path = path(name)
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid(),
            status.st_mode & 0o077 == 0, let data = FileManager.default.contents(atPath: path)
        else { return nil }
        let bytes = [UInt8](data)
        let head = Self.digest.count
        guard bytes.count > head * 2, Array(bytes[..<head]) == SHA256Digest(of: bytes[head...]).bytes,
            Array(bytes[head..<(head * 2)]) == stamp(context).bytes
        else { return nil }
        return parse(bytes[(head * 2)...])
    }

    /// Puts a segment in the place of the one before. A disk that takes it not is no reason to stop.
    func keep(_ name: String, context: SHA256Digest, _ kept: Kept) {
        var bytes = stamp(context).bytes
        bytes += ([kept.key] + kept.sources).joined(separator: " ").utf8
        bytes.append(0x0A)
        bytes += kept.bytes
        let draft = path(name) + ".new"
        let files = FileManager.default
        // A draft that a killed run left; of two runs at once either may win, and the digest tells a mixture.
        unlink(draft)
        guard files.fileExists(atPath: folder.path) || mkdir(folder.path, 0o700) == 0,
            files.createFile(
                atPath: draft, contents: Data(SHA256Digest(of: bytes).bytes + bytes),
                attributes: [.posixPermissions: 0o600]),
            rename(draft, path(name)) == 0
        else {
            unlink(draft)
            return
        }
    }

    private static let digest = 0..<32

    private func path(_ name: String) -> String { folder.appending(path: name).path }

    private func stamp(_ context: SHA256Digest) -> SHA256Digest {
        var key = KeyWriter("kept search data")
        key.add(program)
        key.add(context)
        return key.key
    }

    private func parse(_ bytes: ArraySlice<UInt8>) -> Kept? {
        guard let end = bytes.firstIndex(of: 0x0A) else { return nil }
        let digests = String(decoding: bytes[..<end], as: UTF8.self).split(separator: " ").map(String.init)
        guard let key = digests.first else { return nil }
        return Kept(key: key, sources: Array(digests.dropFirst()), bytes: Array(bytes[(end + 1)...]))
    }
}
