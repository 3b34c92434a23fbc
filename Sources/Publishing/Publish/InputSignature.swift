package import Cryptography
import Foundation
import Glibc

/// What the kernel says of the files a build reads: as long as it says the same, none of them changed.
///
/// Inode, length and times of each; no byte is read. A file that changed so shortly ago that another change could
/// bear the same time makes the signature useless for the next build, as it does in git.
package struct InputSignature {
    private var key = KeyWriter("inputs")
    private let begun: Int
    /// The latest change of any file, in nanoseconds since 1970.
    private var newest = 0
    /// Something was met whose inside was not looked at.
    private var isBlind = false

    package init() {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        begun = now.nanoseconds
    }

    package var digest: SHA256Digest { key.key }

    /// Whether a later change of any file is sure to show. Timestamps tick every 10 ms at the slowest.
    package var isCertain: Bool { !isBlind && newest < begun - 50_000_000 }

    /// Something that is known without a file.
    package mutating func add(_ text: String) { key.add(text) }

    /// A file; not being there is a state too.
    ///
    /// - Parameter ownersCount: Whether a change of owner or mode is one. SQLite, run by root, sets the owner of its log at
    ///   every opening, so a reader would take its own look for a change.
    package mutating func add(file path: String, ownersCount: Bool = true) {
        key.add(path)
        var status = stat()
        if stat(path, &status) == 0 { add(status, ownersCount) } else { key.add(Int(errno)) }
    }

    /// Everything below a folder, in the order the disk gives: it stays the same while nothing changes.
    package mutating func add(folder path: String) {
        key.add(path)
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if descriptor >= 0 { walk(descriptor) } else { key.add(Int(errno)) }
    }

    /// Takes over `descriptor`.
    private mutating func walk(_ descriptor: Int32) {
        guard let stream = fdopendir(descriptor) else {
            close(descriptor)
            isBlind = true
            return
        }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            withUnsafeBytes(of: &entry.pointee.d_name) { name in
                let length = name.firstIndex(of: 0) ?? name.count
                let isDot = name[0] == UInt8(ascii: ".") && (length == 1 || length == 2 && name[1] == name[0])
                guard !isDot, let start = name.baseAddress?.assumingMemoryBound(to: CChar.self) else { return }
                key.add(UnsafeRawBufferPointer(rebasing: name[..<length]))
                visit(start, in: descriptor)
            }
        }
        key.add("..")
    }

    private mutating func visit(_ name: UnsafePointer<CChar>, in folder: Int32) {
        var status = stat()
        guard fstatat(folder, name, &status, 0) == 0 else { return key.add(Int(errno)) }
        add(status)
        guard status.st_mode & S_IFMT == S_IFDIR else { return }
        let descriptor = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        if descriptor >= 0 { walk(descriptor) } else { isBlind = true }
    }

    private mutating func add(_ status: stat, _ ownersCount: Bool = true) {
        key.add(Int(truncatingIfNeeded: status.st_ino))
        key.add(Int(status.st_mode))
        key.add(Int(status.st_size))
        for time in ownersCount ? [status.st_mtim, status.st_ctim] : [status.st_mtim] {
            key.add(time.nanoseconds)
            // A disk that knows no fractions of a second may give one time to two changes within it.
            newest = max(newest, time.nanoseconds + (time.tv_nsec == 0 ? 2_000_000_000 : 0))
        }
    }
}

extension timespec {
    fileprivate var nanoseconds: Int { tv_sec * 1_000_000_000 + tv_nsec }
}
