import Foundation
import Glibc

/// What the disk refused, with the place and the system's reason.
package struct DiskError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was tried, in Vietnamese: «ghi», «đổi tên».
    package let action: String
    package let path: String
    /// The system's error number.
    package let code: Int32

    package init(action: String, path: String, code: Int32) {
        self.action = action
        self.path = path
        self.code = code
    }

    /// One Vietnamese sentence.
    package var description: String { "Không \(action) được \(path): \(String(cString: strerror(code)))." }
}

/// The few file operations a release is made of, each with the modes and the syncs it needs.
///
/// Foundation's writers are not used: `Data.write(.atomic)` resets modes and replaces links.
enum Disk {
    /// Everything released may be read by the web server, which is another user.
    static let fileMode: mode_t = 0o644
    static let folderMode: mode_t = 0o755

    /// Writes `bytes` into a new file at `path` and waits until the disk has them.
    static func create(_ path: String, bytes: Data) throws(DiskError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, fileMode)
        guard descriptor >= 0 else { throw fault("tạo", path) }
        defer { close(descriptor) }
        // The mode given to open is narrowed by the umask of whoever runs the build.
        guard fchmod(descriptor, fileMode) == 0 else { throw fault("đặt quyền", path) }
        var done = 0
        while done < bytes.count {
            let written = bytes.withUnsafeBytes { buffer in
                write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
            }
            guard written > 0 else {
                if errno == EINTR { continue }
                throw fault("ghi", path)
            }
            done += written
        }
        guard fsync(descriptor) == 0 else { throw fault("ghi xuống đĩa", path) }
    }

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

    /// Makes the folder and those above it.
    static func makeFolder(_ path: String) throws(DiskError) {
        if mkdir(path, folderMode) == 0 {
            guard chmod(path, folderMode) == 0 else { throw fault("đặt quyền", path) }
            return
        }
        if errno == EEXIST {
            guard isFolder(path) else { throw DiskError(action: "tạo thư mục", path: path, code: ENOTDIR) }
            return
        }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
            throw fault("tạo thư mục", path)
        }
        try makeFolder(String(path[..<slash]))
        try makeFolder(path)
    }

    /// Moves `source` over whatever file stands at `target`, in one step.
    static func move(_ source: String, over target: String) throws(DiskError) {
        guard rename(source, target) == 0 else { throw fault("thay", target) }
    }

    /// Gives the file at `source` a second name; copies where the file system cannot.
    static func link(_ source: String, as target: String) throws(DiskError) {
        if Glibc.link(source, target) == 0 { return }
        guard [EXDEV, EMLINK, EPERM, ENOTSUP].contains(errno) else { throw fault("nối", target) }
        guard let bytes = try read(source) else { throw DiskError(action: "đọc", path: source, code: ENOENT) }
        try create(target, bytes: bytes)
    }

    /// Removes a file; a file that is not there is fine.
    static func remove(_ path: String) throws(DiskError) {
        guard unlink(path) == 0 || errno == ENOENT else { throw fault("gỡ", path) }
    }

    /// Removes the folder if nothing is in it.
    static func removeIfEmpty(_ path: String) throws(DiskError) -> Bool {
        if rmdir(path) == 0 { return true }
        guard [ENOTEMPTY, EEXIST, ENOENT].contains(errno) else { throw fault("gỡ thư mục", path) }
        return false
    }

    /// Waits until the disk has the folder's entries.
    static func sync(folder path: String) throws(DiskError) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw fault("mở thư mục", path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw fault("ghi xuống đĩa", path) }
    }

    /// The status of the file itself, links not followed; nothing when there is none.
    static func status(_ path: String) -> stat? {
        var result = stat()
        return lstat(path, &result) == 0 ? result : nil
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
