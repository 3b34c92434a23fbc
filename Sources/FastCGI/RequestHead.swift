internal import Foundation

/// A look at the parameters a web server is about to hand over, before libfcgi reads them.
///
/// libfcgi allocates whatever length a parameter claims, up to 4 GB, and ends the process when the system refuses. So the
/// lengths are read first, and nothing is taken from the socket. One for each worker, since it owns a buffer.
///
/// - Source: FastCGI Specification 1.0, §3.3, §3.4 and §5.1–5.2.
struct RequestHead: ~Copyable {
    /// Bytes up to the end of the parameters. nginx takes 32 KiB of header fields.
    static let limit = 64 * 1_024

    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: RequestHead.limit, alignment: 1)

    deinit { buffer.deallocate() }

    /// Waits for the whole head of the next request.
    ///
    /// - Returns: False when it is none, claims too much, does not come in time, or nothing comes any more.
    func isSound(on descriptor: Int32) -> Bool {
        var count = 0
        while count < buffer.count {
            let room = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
            let received = recv(descriptor, room.baseAddress, room.count, Int32(MSG_PEEK))
            if received < 0, errno == EINTR { continue }
            guard received > 0 else { return false }
            count += received
            switch Self.reading(UnsafeRawBufferPointer(rebasing: buffer[..<count])) {
            case .sound: return true
            case .refused: return false
            case .incomplete:
                // Almost never: nginx writes the head at once. Without this the next look would see the same bytes again.
                var seen = Int32(count)
                guard setsockopt(descriptor, SOL_SOCKET, SO_PEEK_OFF, &seen, socklen_t(MemoryLayout<Int32>.size)) == 0
                else { return false }
            }
        }
        return false
    }

    enum Reading: Hashable {
        case sound
        case incomplete
        case refused
    }

    /// Walks the records up to the one that ends the parameters: one that begins the request, then its parameters.
    ///
    /// Nothing else may stand between them, though the specification lets it. libfcgi passes over records of other
    /// requests, for one, so the lengths it reads would not be those that were looked at; and no web server sends them.
    static func reading(_ bytes: UnsafeRawBufferPointer) -> Reading {
        var lengths = ParameterLengths()
        var begun: RecordHead?
        var position = 0
        while let record = RecordHead(bytes, at: position) {
            let content = position + RecordHead.size
            position = content + record.content + record.padding
            guard let first = begun else {
                guard record.isBegin else { return .refused }
                begun = record
                continue
            }
            guard record.isParameters(of: first) else { return .refused }
            if record.content == 0 { return lengths.isBetweenPairs ? .sound : .refused }
            let end = min(content + record.content, bytes.count)
            guard lengths.take(UnsafeRawBufferPointer(rebasing: bytes[min(content, end)..<end])) else {
                return .refused
            }
        }
        return .incomplete
    }
}

/// The eight bytes before the content of a record.
private struct RecordHead {
    static let size = 8

    let version, type: UInt8
    let request, content, padding: Int

    /// Nothing when it is not whole.
    init?(_ bytes: UnsafeRawBufferPointer, at position: Int) {
        guard position + Self.size <= bytes.count else { return nil }
        version = bytes[position]
        type = bytes[position + 1]
        request = Int(bytes[position + 2]) << 8 | Int(bytes[position + 3])
        content = Int(bytes[position + 4]) << 8 | Int(bytes[position + 5])
        padding = Int(bytes[position + 6])
    }

    /// FCGI_BEGIN_REQUEST; zero is the number of questions about the program.
    var isBegin: Bool { version == 1 && type == 1 && request != 0 && content == 8 }

    /// FCGI_PARAMS.
    func isParameters(of begin: RecordHead) -> Bool { version == 1 && type == 4 && request == begin.request }
}

/// The lengths of name-value pairs, read as the bytes come.
struct ParameterLengths {
    /// Bytes of the lengths of one pair, as far as they are there: two of one or four bytes each.
    private var head: [UInt8] = []
    /// What is left of the pair whose lengths are known.
    private var rest = 0

    var isBetweenPairs: Bool { head.isEmpty && rest == 0 }

    /// - Returns: False when a pair claims to be longer than a head may be.
    mutating func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var index = 0
        while index < bytes.count {
            if rest > 0 {
                let step = min(rest, bytes.count - index)
                rest -= step
                index += step
                continue
            }
            head.append(bytes[index])
            index += 1
            guard let pair = pair else { continue }
            guard pair <= RequestHead.limit else { return false }
            rest = pair
            head.removeAll(keepingCapacity: true)
        }
        return true
    }

    /// Name and value together; nothing while their lengths are not whole.
    private var pair: Int? {
        guard let name = Self.length(head[...]), let value = Self.length(head[name.bytes...]) else { return nil }
        return name.length + value.length
    }

    private static func length(_ bytes: ArraySlice<UInt8>) -> (length: Int, bytes: Int)? {
        guard let first = bytes.first else { return nil }
        if first < 128 { return (Int(first), 1) }
        guard bytes.count >= 4 else { return nil }
        return (bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) } & 0x7FFF_FFFF, 4)
    }
}
