/// A ZIP file in memory: packed entries in the order added, all of one fixed time.
///
/// Shape: fewer than 65 536 entries and 4 GiB, so no ZIP64.
/// Source: PKWARE APPNOTE 6.3.3, sections 4.3.7, 4.3.12 and 4.3.16.
struct ZipArchive {
    private var local: [UInt8] = []
    private var directory: [UInt8] = []
    private var count: UInt16 = 0

    /// 1980-01-01 00:00, the first moment the format knows: equal input gives equal bytes.
    private static let date: UInt16 = 0x0021
    private static let version: UInt16 = 20
    private static let utf8Names: UInt16 = 0x0800
    private static let deflated: UInt16 = 8

    /// - Parameter name: ASCII path with slashes.
    mutating func add(_ name: String, _ bytes: [UInt8]) {
        let packed = Deflate.packed(bytes)
        var fields: [UInt8] = []
        fields.append(contentsOf: [Self.version, Self.utf8Names, Self.deflated, 0, Self.date])
        fields.append(contentsOf: [Deflate.crc32(bytes), UInt32(packed.count), UInt32(bytes.count)])
        fields.append(contentsOf: [UInt16(name.utf8.count), 0])
        let offset = UInt32(local.count)

        local.append(contentsOf: [0x0403_4b50 as UInt32])
        local += fields + Array(name.utf8) + packed

        directory.append(contentsOf: [0x0201_4b50 as UInt32])
        directory.append(contentsOf: [Self.version])
        // Comment length, disk, attributes within and without.
        directory += fields
        directory.append(contentsOf: [0, 0, 0] as [UInt16])
        directory.append(contentsOf: [0, offset] as [UInt32])
        directory += Array(name.utf8)
        count += 1
    }

    /// The whole file.
    var bytes: [UInt8] {
        var end: [UInt8] = []
        end.append(contentsOf: [0x0605_4b50 as UInt32])
        end.append(contentsOf: [0, 0, count, count] as [UInt16])
        end.append(contentsOf: [UInt32(directory.count), UInt32(local.count)])
        end.append(contentsOf: [0 as UInt16])
        return local + directory + end
    }
}

extension [UInt8] {
    /// Little-endian.
    fileprivate mutating func append<Number: FixedWidthInteger>(contentsOf numbers: [Number]) {
        for number in numbers { Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) } }
    }
}
