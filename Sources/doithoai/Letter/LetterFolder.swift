import Foundation

/// A folder for papers with personal data: mode 0700, files 0600.
struct LetterFolder {
    let url: URL
    /// It stands in the state folder, so its mode is ours to set; another folder that exists keeps its own.
    let isOwn: Bool

    /// - Throws: ``CommandFailure`` when one of the files is there: a clerk may have edited it.
    func refuse(_ names: [String]) throws {
        let there = names.map { url.appending(path: $0).path }.filter(FileManager.default.fileExists(atPath:))
        guard let first = there.first else { return }
        let more = there.count > 1 ? " và \(there.count - 1) tệp khác" : ""
        throw CommandFailure(
            .problems, "Đã có \(first)\(more). Thêm --replace để làm lại, hoặc chọn thư mục khác bằng --output.")
    }

    /// Puts a whole file in place of one of that name; nobody else can read it, not even while it is written.
    func write(_ bytes: [UInt8], named name: String) throws -> URL {
        let files = FileManager.default
        if !files.fileExists(atPath: url.path) || isOwn {
            try files.createDirectory(
                at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try files.setAttributes([.posixPermissions: 0o700], ofItemAtPath: url.path)
        }
        let file = url.appending(path: name)
        let fresh = url.appending(path: ".\(name).moi")
        if files.fileExists(atPath: fresh.path) { try files.removeItem(at: fresh) }
        let descriptor = open(fresh.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure(file) }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try handle.write(contentsOf: Data(bytes))
        try handle.close()
        guard rename(fresh.path, file.path) == 0 else { throw failure(file) }
        return file
    }

    private func failure(_ file: URL) -> CommandFailure {
        CommandFailure(.fault, "Không ghi được \(file.path). Hãy kiểm tra quyền ghi và chỗ trống trên đĩa.")
    }
}
