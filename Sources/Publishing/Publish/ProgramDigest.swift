package import Cryptography
import Foundation
import Glibc

/// Which program this is: another version may make other bytes of the same input.
package enum ProgramDigest {
    /// Changes when the program or a library it runs with was replaced.
    ///
    /// Made of what the kernel says of every file that is mapped (place, inode, length, time), not of their bytes: tens
    /// of megabytes need not be read to learn that nothing changed. The time of the last change of the inode is left
    /// out: a backup that makes a hard link sets it.
    package static let own: SHA256Digest = {
        var key = KeyWriter("program")
        key.add(mappedFiles.sorted()) { key, path in
            key.add(path)
            key.add(Disk.status(path)) { key, status in
                key.add(Int(truncatingIfNeeded: status.st_ino))
                key.add(Int(status.st_size))
                key.add(status.st_mtim.tv_sec)
                key.add(status.st_mtim.tv_nsec)
            }
        }
        return key.key
    }()

    private static var mappedFiles: Set<String> {
        var maps = Data()
        // Without the list every release is made under the same digest, so the program must not go on.
        do { maps = try Disk.read("/proc/self/maps") ?? Data() } catch { preconditionFailure("\(error)") }
        precondition(!maps.isEmpty, "/proc/self/maps is empty")
        // proc(5): the sixth field of a line is the path, if the mapping has a file.
        let lines = String(decoding: maps, as: UTF8.self).split(separator: "\n")
        return Set(lines.compactMap { line in line.firstIndex(of: "/").map { String(line[$0...]) } })
    }
}
