import Foundation

/// Reads whole files with as few calls as that takes: there are ten thousand of them.
enum FileBytes {
    /// - Throws: What the system says of the file.
    static func read(_ path: String) throws -> [UInt8] {
        // Not blocking: a pipe put in the place of a file must not hold the program.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw POSIXError(errno) }
        defer { close(descriptor) }
        var entry = stat()
        guard fstat(descriptor, &entry) == 0 else { throw POSIXError(errno) }
        guard entry.st_mode & S_IFMT == S_IFREG else { throw POSIXError(EINVAL) }
        // One more than its size, so that the end is seen with the last bytes.
        var bytes = try [UInt8](unsafeUninitializedCapacity: Int(entry.st_size) + 1) { buffer, count in
            try fill(buffer, count: &count, from: descriptor)
        }
        // It may grow meanwhile.
        var isFull = bytes.count > Int(entry.st_size)
        while isFull {
            let more = try [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
                try fill(buffer, count: &count, from: descriptor)
            }
            bytes += more
            isFull = more.count == 1 << 16
        }
        return bytes
    }

    private static func fill(
        _ buffer: UnsafeMutableBufferPointer<UInt8>, count: inout Int, from descriptor: Int32
    ) throws {
        while count < buffer.count {
            let got = Foundation.read(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw POSIXError(errno) }
            if got == 0 { return }
            count += got
        }
    }
}

extension POSIXError {
    fileprivate init(_ number: Int32) { self.init(Code(rawValue: number) ?? .EIO) }
}
