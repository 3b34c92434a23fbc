/// A black and white picture: the only kind a document of ours shows.
///
/// Source: PNG (third edition), 5.2 and 11.2.
struct PNGImage: Hashable, Sendable {
    /// Dots in each direction.
    let size: Int
    let bytes: [UInt8]

    /// A QR code with its quiet zone of four dots, each dot `scale` pixels wide.
    init(_ code: QRCode, scale: Int = 8) {
        let quiet = 4
        size = (code.rows.count + 2 * quiet) * scale
        let blank = String(repeating: "0", count: code.rows.count)
        let margin = String(repeating: "0", count: quiet)
        let rows = Array(repeating: blank, count: quiet) + code.rows + Array(repeating: blank, count: quiet)
        var pixels: [UInt8] = []
        for row in rows {
            let dots = (margin + row + margin).utf8.flatMap { Array(repeating: $0 == UInt8(ascii: "1"), count: scale) }
            // Each line begins with its filter, none; a bit of 1 is white.
            let line = [0] + PNGImage.bits(dots.map { !$0 })
            for _ in 0..<scale { pixels += line }
        }
        bytes = PNGImage.file(size: size, pixels: pixels)
    }

    private static func bits(_ dots: [Bool]) -> [UInt8] {
        stride(from: 0, to: dots.count, by: 8).map { first in
            (0..<8).reduce(0) { byte, bit in
                let isSet = first + bit < dots.count && dots[first + bit]
                return byte | (isSet ? 0x80 >> bit : 0)
            }
        }
    }

    private static func file(size: Int, pixels: [UInt8]) -> [UInt8] {
        // One bit a pixel, grey; packing, filter and order are the only ones there are.
        let header = number(size) + number(size) + [1, 0, 0, 0, 0]
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + chunk("IHDR", header) + chunk("IDAT", Deflate.wrapped(pixels)) + chunk("IEND", [])
    }

    private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + data
        return number(data.count) + body + number(Int(Deflate.crc32(body)))
    }

    /// Big-endian, 32 bits.
    private static func number(_ value: Int) -> [UInt8] {
        Swift.withUnsafeBytes(of: UInt32(truncatingIfNeeded: value).bigEndian, Array.init)
    }
}
