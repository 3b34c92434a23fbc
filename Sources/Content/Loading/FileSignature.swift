import Foundation

/// What the file system says of a file: when all of it is the same, so are the bytes.
struct FileSignature: Hashable, Sendable {
    var size: Int
    /// Nanoseconds since 1970; what an editor or a copy may set to anything.
    var modified: Int
    /// Nanoseconds since 1970; the time of the last change of bytes, name or mode, set by the kernel alone.
    var changed: Int
    var inode: UInt64

    init(size: Int, modified: Int, changed: Int, inode: UInt64) {
        self.size = size
        self.modified = modified
        self.changed = changed
        self.inode = inode
    }

    init(_ entry: stat) {
        size = Int(entry.st_size)
        modified = entry.st_mtim.nanoseconds
        changed = entry.st_ctim.nanoseconds
        inode = UInt64(entry.st_ino)
    }

    /// Whether a later change is sure to give another signature.
    ///
    /// The kernel stamps changes with a clock that ticks: two changes within one tick bear the same time, so a file
    /// that changed just before it was looked at could change again unseen. Git calls such files racy.
    ///
    /// - Parameter instant: When the file was looked at, in nanoseconds since 1970.
    func isSettled(at instant: Int) -> Bool {
        // Ticks last up to 10 ms; file systems that count whole seconds or pairs of them show it by their zeros.
        let tick = changed % 1_000_000_000 == 0 ? 2_000_000_000 : 50_000_000
        return changed + tick < instant
    }

    /// Now, by the clock that stamps files.
    static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return time.nanoseconds
    }
}

extension timespec {
    fileprivate var nanoseconds: Int { tv_sec * 1_000_000_000 + tv_nsec }
}
