import Foundation
import Register

/// The turn of one backup: two at once would write over each other's copy. Ends with the program at the latest.
struct BackupTurn {
    private let descriptor: Int32

    /// - Throws: ``CommandFailure`` when another backup of this state is under way.
    init(of state: StateFolder) throws {
        // The folder itself is locked: whoever removed a file for locking could let two programs lock one of that name.
        descriptor = open(state.url.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw CommandFailure(.fault, "Không mở được \(state.url.path).") }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw CommandFailure(.problems, "Đang có một lần sao lưu khác chạy.")
        }
    }

    func end() {
        // Closing alone leaves it with a program that is just being started.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }
}
