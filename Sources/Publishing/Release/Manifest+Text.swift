import Cryptography
package import Foundation
import Glibc

/// The manifest as text: a line for each file, by path, between a first line with the stamp and a last line.
///
/// Lines rather than JSON: ten thousand of them are read in some milliseconds, and a build reads them each time.
extension Manifest {
    private static let head = "doithoai 1 "
    private static let end = "end\n"

    /// SHA-256, key or `-`, size, `kept` or `-`, path; parted by blanks.
    package func bytes() -> Data {
        var text: [UInt8] = []
        text.reserveCapacity(files.count * 200 + 100)
        text += (Self.head + stamp.description + "\n").utf8
        for (path, entry) in files.sorted(by: { $0.key < $1.key }) {
            text.append(hexadecimal: entry.sha256)
            text.append(UInt8(ascii: " "))
            if let key = entry.key { text.append(hexadecimal: key) } else { text.append(UInt8(ascii: "-")) }
            text += " \(entry.size) \(entry.isKept ? "kept" : "-") ".utf8
            text += path.utf8
            text.append(UInt8(ascii: "\n"))
        }
        return Data(text + Self.end.utf8)
    }

    /// Nothing for bytes that ``bytes()`` did not give in full.
    package init?(bytes: Data) {
        let read = bytes.withUnsafeBytes { Self.read($0) }
        guard let read else { return nil }
        self = read
    }

    /// How many files of this release, not counting those only kept, the manifest lists, if every file it lists stands below `root` in its length.
    ///
    /// Reads lengths and paths only: it is all that a build does which finds nothing to do.
    static func wholeFiles(_ bytes: Data, in root: String) -> Int? {
        let folder = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return nil }
        defer { close(folder) }
        return bytes.withUnsafeBytes { bytes in
            var lines = Fields(bytes: bytes[...])
            var path: [CChar] = []
            var count = 0
            guard lines.next(until: "\n") != nil else { return nil }
            while let line = lines.next(until: "\n"), !lines.isAtEnd {
                var fields = Fields(bytes: line)
                guard fields.next(until: " ") != nil, fields.next(until: " ") != nil,
                    let size = fields.next(until: " ").flatMap({ Int(decimal: $0) }), let kept = fields.next(until: " ")
                else { return nil }
                path.removeAll(keepingCapacity: true)
                path.append(contentsOf: fields.bytes.lazy.map { CChar(bitPattern: $0) })
                path.append(0)
                var status = stat()
                guard fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) == 0, Disk.isRegular(status),
                    Int(status.st_size) == size
                else { return nil }
                if kept.count == 1 { count += 1 }
            }
            return count
        }
    }

    private static func read(_ bytes: UnsafeRawBufferPointer) -> Manifest? {
        var lines = Fields(bytes: bytes[...])
        guard let first = lines.next(until: "\n"), first.count == head.utf8.count + 64,
            first.prefix(head.utf8.count).elementsEqual(head.utf8),
            let stamp = SHA256Digest(hexadecimal: UnsafeRawBufferPointer(rebasing: first.dropFirst(head.utf8.count))),
            bytes.count >= end.utf8.count, bytes.suffix(end.utf8.count).elementsEqual(end.utf8)
        else { return nil }
        var manifest = Manifest(stamp: stamp)
        // A line is at least as long as two digests and a short path.
        manifest.files.reserveCapacity(bytes.count / 150)
        while let line = lines.next(until: "\n") {
            if lines.isAtEnd { return line.elementsEqual("end".utf8) ? manifest : nil }
            var fields = Fields(bytes: line)
            guard let entry = Entry(&fields) else { return nil }
            manifest.files[String(decoding: fields.bytes, as: UTF8.self)] = entry
        }
        return nil
    }
}

extension Manifest.Entry {
    /// Takes all fields before the path.
    fileprivate init?(_ fields: inout Fields) {
        guard let digest = fields.next(until: " "), let key = fields.next(until: " "),
            let sizeText = fields.next(until: " "), let kept = fields.next(until: " "),
            let sha256 = SHA256Digest(hexadecimal: UnsafeRawBufferPointer(rebasing: digest)),
            let size = Int(decimal: sizeText)
        else { return nil }
        let isWithoutKey = key.elementsEqual("-".utf8)
        let read = SHA256Digest(hexadecimal: UnsafeRawBufferPointer(rebasing: key))
        guard isWithoutKey || read != nil else { return nil }
        self.init(sha256: sha256, size: size, key: read, isKept: kept.elementsEqual("kept".utf8))
    }
}

/// Pieces of bytes, taken from the front one by one.
private struct Fields {
    var bytes: Slice<UnsafeRawBufferPointer>

    var isAtEnd: Bool { bytes.isEmpty }

    /// The piece before `separator`, which is dropped; nothing when there is none any more.
    mutating func next(until separator: Unicode.Scalar) -> Slice<UnsafeRawBufferPointer>? {
        guard let end = bytes.firstIndex(of: UInt8(ascii: separator)) else { return nil }
        defer { bytes = bytes[(end + 1)...] }
        return bytes[..<end]
    }
}

extension Int {
    /// Reads decimal digits, as many as surely fit.
    fileprivate init?(decimal digits: Slice<UnsafeRawBufferPointer>) {
        guard (1...15).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        self = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}

extension [UInt8] {
    fileprivate mutating func append(hexadecimal digest: SHA256Digest) {
        let start = count
        append(contentsOf: repeatElement(0, count: 64))
        withUnsafeMutableBytes { digest.writeHexadecimal(to: UnsafeMutableRawBufferPointer(rebasing: $0[start...])) }
    }
}
