import Domain
import Foundation
import Register

/// The folder of an editor's preview in the state folder: its own trees, web server and state. One preview at a time.
struct PreviewPlace {
    let url: URL
    private let lock: Int32

    /// - Throws: When another preview works in it.
    init(state: StateFolder) throws {
        try state.make()
        url = state.url.appending(path: "preview", directoryHint: .isDirectory)
        for folder in [url, url.appending(path: "logs"), url.appending(path: "run"), url.appending(path: "cache")] {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
        lock = open(url.appending(path: "lock").path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard lock >= 0 else { throw CommandFailure(.fault, "Không ghi được vào \(url.path).") }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            close(lock)
            throw CommandFailure(.problems, "Đang có một bản xem trước chạy. Hãy dừng bản đó bằng Ctrl-C trước.")
        }
    }

    var publicFolder: URL { url.appending(path: "public", directoryHint: .isDirectory) }
    /// What is wrong and what is a draft, as the panel on the pages reads it.
    var status: URL { url.appending(path: "tinh-hinh.json") }
    /// Drafts of answers, laid over `content/` where they will stand once approved.
    var overlay: URL { url.appending(path: "drafts", directoryHint: .isDirectory) }
    var cache: URL { url.appending(path: "cache", directoryHint: .isDirectory) }
    var server: URL { url.appending(path: "run", directoryHint: .isDirectory) }
    var logs: URL { url.appending(path: "logs", directoryHint: .isDirectory) }
    var log: URL { logs.appending(path: "error.log") }

    /// Lets another preview in.
    func leave() {
        // Closing alone leaves it with a program that is just being started.
        flock(lock, LOCK_UN)
        close(lock)
    }
}
