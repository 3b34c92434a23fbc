import Foundation

/// One connection to a Unix socket, closed when let go.
package final class Connection {
    private let descriptor: Int32

    package init(path: String) throws {
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8).prefix(107)) }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
        }
        // `deinit` runs also when a whole object throws here: closing now as well would close a stranger's descriptor.
        guard connected == 0 else { throw FastCGIClient.Failure.cannotConnect(errno) }
    }

    deinit { close(descriptor) }

    package func write(_ bytes: [UInt8]) throws {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw FastCGIClient.Failure.cannotWrite(errno) }
            sent += count
        }
    }

    /// Says that no more will be written.
    func finishWriting() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// Everything up to the end of the stream.
    package func readAll() -> [UInt8] {
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            guard count > 0 else { return all }
            all += buffer[..<count]
        }
    }
}
