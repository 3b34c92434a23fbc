import Cryptography
import Foundation

extension ContentCache {
    /// What is known under `key`; nothing at all when there is no such cache, or not one of our own.
    func read(key: SHA256Digest) -> CachedAnswers {
        guard isOurs else { return CachedAnswers() }
        do {
            return CachedAnswers(try FileBytes.read(file.path), key: key) ?? CachedAnswers()
        } catch {
            return CachedAnswers()
        }
    }

    /// What someone else can write could make us say anything.
    private var isOurs: Bool {
        var entry = stat()
        return lstat(file.path, &entry) == 0 && entry.st_mode & S_IFMT == S_IFREG && entry.st_uid == geteuid()
            && entry.st_mode & 0o077 == 0
    }

    /// Puts a cache in the place of the one before, whole or not at all.
    ///
    /// A disk that takes no cache is no reason to stop: the next run reads more, and that is all.
    ///
    /// - Parameter records: A cache without its digest, as ``CachedAnswers`` describes it.
    func write(_ content: [UInt8]) {
        let draft = file.path + ".new"
        // A draft that a killed run left. Of two runs at once either may win; the digest tells a mixture.
        unlink(draft)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return }
        let isWritten =
            FileBytes.write(content, to: descriptor)
            && FileBytes.write(Array(SHA256Digest(of: content).description.utf8), to: descriptor)
        close(descriptor)
        if !isWritten || rename(draft, file.path) != 0 { unlink(draft) }
    }
}

extension FileBytes {
    fileprivate static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        bytes.withUnsafeBytes { all in
            var rest = all[...]
            while !rest.isEmpty {
                let count = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                rest = rest.dropFirst(count)
            }
            return true
        }
    }
}
