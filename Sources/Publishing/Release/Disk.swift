import CLinux
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

/// The few file operations a release is made of, each with the modes it needs.
///
/// Foundation's writers are not used: `Data.write(.atomic)` resets modes and replaces links.
package struct Disk: Sendable {
    /// A system call that changes the disk.
    package struct Call: Hashable, Sendable {
        /// Such as `rename`.
        package let name: String
        package let path: String
    }

    /// Asked before every call; what it throws is taken for the system's refusal, and the call is not made.
    private let permit: (@Sendable (Call) throws(DiskError) -> Void)?

    /// Whether anything waits until the disk has what was written.
    private let waits: Bool

    /// The disk as it is.
    package static let real = Disk(permit: nil)
    /// The same without waiting for it: a power cut takes what was written. For what is made anew anyway.
    package static let hasty = Disk(permit: nil, waits: false)

    /// A disk that can be made to fail: how a release behaves when it is cut short is tested with it.
    package init(permit: (@Sendable (Call) throws(DiskError) -> Void)?, waits: Bool = true) {
        self.permit = permit
        self.waits = waits
    }

    /// Everything released may be read by the web server, which is another user.
    static let fileMode: mode_t = 0o644
    static let folderMode: mode_t = 0o755

    private func ask(_ name: String, _ path: String) throws(DiskError) {
        if let permit { try permit(Call(name: name, path: path)) }
    }

    /// Writes `bytes` into a new file at `path`. The disk has them for sure after ``sync(around:)`` only.
    func create(_ path: String, bytes: Data) throws(DiskError) {
        try ask("open", path)
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, Disk.fileMode)
        guard descriptor >= 0 else { throw Disk.fault("tạo", path) }
        defer { close(descriptor) }
        // The mode given to open is narrowed by the umask of whoever runs the build.
        try ask("fchmod", path)
        guard fchmod(descriptor, Disk.fileMode) == 0 else { throw Disk.fault("đặt quyền", path) }
        var done = 0
        while done < bytes.count {
            try ask("write", path)
            let written = bytes.withUnsafeBytes { buffer in
                write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
            }
            guard written > 0 else {
                if errno == EINTR { continue }
                throw Disk.fault("ghi", path)
            }
            done += written
        }
    }

    /// Opens the file that keeps two builds apart, and makes it when it is not there.
    func openLock(_ path: String) throws(DiskError) -> Int32 {
        try ask("open", path)
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, Disk.fileMode)
        guard descriptor >= 0 else { throw Disk.fault("tạo", path) }
        return descriptor
    }

    /// Makes the folder and those above it.
    func makeFolder(_ path: String) throws(DiskError) {
        try ask("mkdir", path)
        if mkdir(path, Disk.folderMode) == 0 {
            try ask("chmod", path)
            guard chmod(path, Disk.folderMode) == 0 else { throw Disk.fault("đặt quyền", path) }
            return
        }
        if errno == EEXIST {
            guard Disk.isFolder(path) else { throw DiskError(action: "tạo thư mục", path: path, code: ENOTDIR) }
            return
        }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
            throw Disk.fault("tạo thư mục", path)
        }
        try makeFolder(String(path[..<slash]))
        try makeFolder(path)
    }

    /// Moves `source` over whatever file stands at `target`, in one step.
    func move(_ source: String, over target: String) throws(DiskError) {
        try ask("rename", target)
        guard rename(source, target) == 0 else { throw Disk.fault("thay", target) }
    }

    /// Gives the file at `source` a second name; copies where the file system cannot.
    ///
    /// - Returns: False when something stands at `target` already.
    func link(_ source: String, as target: String) throws(DiskError) -> Bool {
        try ask("link", target)
        if Glibc.link(source, target) == 0 { return true }
        if errno == EEXIST { return false }
        guard [EXDEV, EMLINK, EPERM, ENOTSUP].contains(errno) else { throw Disk.fault("nối", target) }
        guard let bytes = try Disk.read(source) else { throw DiskError(action: "đọc", path: source, code: ENOENT) }
        try create(target, bytes: bytes)
        return true
    }

    /// Makes a symbolic link at `path` to `destination`.
    func makeLink(_ path: String, to destination: String) throws(DiskError) {
        try ask("symlink", path)
        guard symlink(destination, path) == 0 else { throw Disk.fault("nối", path) }
    }

    /// Removes a file; a file that is not there is fine.
    func remove(_ path: String) throws(DiskError) {
        try ask("unlink", path)
        guard unlink(path) == 0 || errno == ENOENT else { throw Disk.fault("gỡ", path) }
    }

    /// Removes the folder if nothing is in it.
    func removeIfEmpty(_ path: String) throws(DiskError) -> Bool {
        try ask("rmdir", path)
        if rmdir(path) == 0 { return true }
        guard [ENOTEMPTY, EEXIST, ENOENT].contains(errno) else { throw Disk.fault("gỡ thư mục", path) }
        return false
    }

    /// Sets the second the file says it was changed in.
    func setTime(of path: String, to second: Int) throws(DiskError) {
        try ask("utimensat", path)
        let time = timespec(tv_sec: second, tv_nsec: 0)
        guard utimensat(AT_FDCWD, path, [time, time], 0) == 0 else { throw Disk.fault("đặt giờ", path) }
    }

    /// Waits until the disk has the folder's entries.
    func sync(folder path: String) throws(DiskError) {
        try sync(path, "fsync") { fsync($0) }
    }

    /// Waits until the disk has everything written so far to the file system that `folder` is on.
    ///
    /// One call instead of one for each file and folder of a release: ten thousand of them would take a minute.
    func sync(around folder: String) throws(DiskError) {
        try sync(folder, "syncfs") { syncfs($0) }
    }

    private func sync(_ path: String, _ name: String, _ call: (Int32) -> Int32) throws(DiskError) {
        guard waits else { return }
        try ask(name, path)
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Disk.fault("mở thư mục", path) }
        defer { close(descriptor) }
        guard call(descriptor) == 0 else { throw Disk.fault("ghi xuống đĩa", path) }
    }
}
