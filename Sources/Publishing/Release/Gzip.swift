import CZlib
import Foundation

/// Bytes as a gzip file.
enum Gzip {
    /// Equal bytes for equal input with one version of zlib: the header bears neither a time nor a name.
    ///
    /// zlib's own middle level: on pages of this portal the highest one saves 0.06 per cent more.
    ///
    /// - Source: RFC 1952; packed by zlib.
    static func packed(_ bytes: Data) -> Data {
        var stream = z_stream()
        // 16 more window bits: a gzip header and trailer around the stream.
        let opened = deflateInit2_(
            &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY, zlibVersion(),
            Int32(MemoryLayout<z_stream>.size))
        precondition(opened == Z_OK, "zlib refuses constant arguments")
        defer { deflateEnd(&stream) }
        var input = [UInt8](bytes)
        let room = Int(deflateBound(&stream, UInt(input.count)))
        return input.withUnsafeMutableBufferPointer { source in
            let packed = [UInt8](unsafeUninitializedCapacity: room) { target, count in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                let ended = deflate(&stream, Z_FINISH)
                precondition(ended == Z_STREAM_END, "the bound of zlib was too small")
                count = target.count - Int(stream.avail_out)
            }
            return Data(packed)
        }
    }
}
