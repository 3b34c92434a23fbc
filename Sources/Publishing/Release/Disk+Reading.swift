import Foundation
import Glibc

/// Looking at the disk changes nothing and needs nobody's leave.
extension Disk {
    /// Reads a whole file; nothing when there is none.
    static func read(_ path: String) throws(DiskError) -> Data? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw fault("đọc", path)
        }
        defer { close(descriptor) }
        var result = Data()
        var buffer = [UInt8](repeating: 0, count: 64 * 1_024)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count == 0 { return result }
            if count > 0 {
                result.append(contentsOf: buffer[0..<count])
            } else if errno != EINTR {
                throw fault("đọc", path)
            }
        }
    }

    /// The status of the file itself, links not followed; nothing when there is none.
    static func status(_ path: String) -> stat? {
        var result = stat()
        return lstat(path, &result) == 0 ? result : nil
    }

    /// Whether a file stands there in that length.
    static func hasFile(_ path: String, size: Int) -> Bool {
        guard let status = status(path) else { return false }
        return isRegular(status) && Int(status.st_size) == size
    }

    static func isFolder(_ path: String) -> Bool {
        var result = stat()
        return stat(path, &result) == 0 && result.st_mode & S_IFMT == S_IFDIR
    }

    static func isRegular(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFREG }

    /// The names in a folder, sorted.
    static func names(in path: String) throws(DiskError) -> [String] {
        guard let folder = opendir(path) else {
            if errno == ENOENT { return [] }
            throw fault("đọc thư mục", path)
        }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    static func fault(_ action: String, _ path: String) -> DiskError {
        DiskError(action: action, path: path, code: errno)
    }
}
