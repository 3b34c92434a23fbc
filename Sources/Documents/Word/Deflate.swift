import CZlib

/// Bytes packed as a ZIP file wants them.
enum Deflate {
    /// A raw DEFLATE stream; equal bytes for equal input with one version of zlib.
    ///
    /// Source: RFC 1951; packed by zlib.
    static func packed(_ bytes: [UInt8]) -> [UInt8] {
        // Negative window bits: no zlib header, as in a ZIP file.
        packed(bytes, window: -MAX_WBITS)
    }

    /// A DEFLATE stream with zlib's header and check sum, as in a PNG file.
    ///
    /// Source: RFC 1950.
    static func wrapped(_ bytes: [UInt8]) -> [UInt8] { packed(bytes, window: MAX_WBITS) }

    private static func packed(_ bytes: [UInt8], window: Int32) -> [UInt8] {
        var stream = z_stream()
        let opened = deflateInit2_(
            &stream, Z_BEST_COMPRESSION, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY, zlibVersion(),
            Int32(MemoryLayout<z_stream>.size))
        precondition(opened == Z_OK, "zlib refuses constant arguments")
        defer { deflateEnd(&stream) }
        let room = Int(deflateBound(&stream, UInt(bytes.count)))
        var input = bytes
        return input.withUnsafeMutableBufferPointer { source in
            [UInt8](unsafeUninitializedCapacity: room) { target, count in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                let ended = deflate(&stream, Z_FINISH)
                precondition(ended == Z_STREAM_END, "the bound of zlib was too small")
                count = target.count - Int(stream.avail_out)
            }
        }
    }

    /// The check sum of a ZIP entry and of a PNG chunk.
    static func crc32(_ bytes: [UInt8]) -> UInt32 {
        bytes.withUnsafeBufferPointer { UInt32(CZlib.crc32(0, $0.baseAddress, UInt32($0.count))) }
    }
}
