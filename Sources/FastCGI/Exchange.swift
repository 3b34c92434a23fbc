internal import CFastCGI
internal import Foundation

/// One accepted request: it cannot be copied, nor answered twice, nor forgotten.
struct Exchange: ~Copyable {
    let request: Request
    private let connection: UnsafeMutablePointer<FCGX_Request>
    private var isAnswered = false

    /// Reads what libfcgi has just accepted on `connection`, which stays with the calling thread.
    init(accepted connection: UnsafeMutablePointer<FCGX_Request>, limits: Limits) {
        self.connection = connection
        let parameters = Exchange.parameters(connection.pointee.envp)
        request = Request(
            parameters: parameters,
            body: Exchange.body(connection.pointee.in, parameters: parameters, limit: limits.bodyBytes))
    }

    /// Sends the response and lets go of the connection.
    consuming func finish(_ response: Response) {
        send(response)
        // `discard self` would say it better, but Swift 6.3 takes it only for trivially destroyed properties.
        isAnswered = true
    }

    deinit {
        // The web server must not wait for ever for an answer nobody gave.
        if !isAnswered { send(Response(status: 500)) }
    }

    private func send(_ response: Response) {
        write(response.head)
        if request.method != "HEAD" { write(response.body) }
        letGo()
    }

    /// Ends the request, and its connection unless the web server keeps that.
    ///
    /// libfcgi would wait for the web server to close its end first, lest a reset overtake the answer: for one that was
    /// read whole no reset comes, and the wait costs a thread's turn.
    private func letGo() {
        let isKept = connection.pointee.keepConnection != 0
        if case .success = request.body { connection.pointee.keepConnection = 1 }
        FCGX_Finish_r(connection)
        guard !isKept, connection.pointee.ipcFd >= 0 else { return }
        close(connection.pointee.ipcFd)
        connection.pointee.ipcFd = -1
    }

    private func write(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { buffer in
            // A failed write means that the web server has gone: FCGX_Finish_r cleans up either way.
            _ = FCGX_PutStr(
                buffer.bindMemory(to: CChar.self).baseAddress, Int32(buffer.count), connection.pointee.out)
        }
    }

    /// A web server that stalls in the middle of a request must not own a thread for ever.
    static func bound(_ descriptor: Int32, seconds: Int) {
        var time = timeval(tv_sec: seconds, tv_usec: 0)
        let size = socklen_t(MemoryLayout<timeval>.size)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, size)
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &time, size)
    }

    private static func parameters(_ list: FCGX_ParamArray?) -> [String: String] {
        var parameters: [String: String] = [:]
        guard var entry = list else { return parameters }
        parameters.reserveCapacity(32)
        while let text = entry.pointee {
            let pair = UnsafeRawBufferPointer(start: text, count: strlen(text))
            // By bytes: to look for a Character would be the costliest part of reading a request.
            if let equals = pair.firstIndex(of: UInt8(ascii: "=")) {
                let name = String(decoding: pair[..<equals], as: UTF8.self)
                parameters[name] = String(decoding: pair[(equals + 1)...], as: UTF8.self)
            }
            entry += 1
        }
        return parameters
    }

    /// - Parameter limit: Bytes, compared before anything is allocated.
    private static func body(
        _ stream: UnsafeMutablePointer<FCGX_Stream>?, parameters: [String: String], limit: Int
    ) -> Result<[UInt8], BodyError> {
        let promised: Int
        do {
            promised = try bodyLength(parameters["CONTENT_LENGTH"], method: parameters["REQUEST_METHOD"] ?? "")
        } catch {
            return .failure(error)
        }
        guard promised <= limit else { return .failure(.tooLarge(limit: limit)) }
        // Filling an array without room would write to the storage that all empty arrays share, from every thread.
        let bytes = promised == 0 ? [] : read(promised, from: stream)
        guard bytes.count == promised, FCGX_GetError(stream) == 0 else {
            return .failure(.short(promised: promised, received: bytes.count))
        }
        guard FCGX_GetChar(stream) == EOF else { return .failure(.long(promised: promised)) }
        return .success(bytes)
    }

    /// As many of `count` bytes as come.
    private static func read(_ count: Int, from stream: UnsafeMutablePointer<FCGX_Stream>?) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            buffer.withMemoryRebound(to: CChar.self) {
                initialized = Int(max(0, FCGX_GetStr($0.baseAddress, Int32(count), stream)))
            }
        }
    }
}

/// What a request may use.
package struct Limits: Hashable, Sendable {
    /// The longest body taken, in bytes.
    package var bodyBytes: Int
    /// Seconds the web server may stall within a request.
    package var stallSeconds: Int

    package init(bodyBytes: Int = 64 * 1_024, stallSeconds: Int = 30) {
        self.bodyBytes = bodyBytes
        self.stallSeconds = stallSeconds
    }
}
