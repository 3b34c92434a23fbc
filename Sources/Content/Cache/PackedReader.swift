import Domain
import Foundation

/// Reads what a ``PackedWriter`` wrote, in the same order.
struct PackedReader {
    /// The bytes are not what was written.
    struct Damage: Error {}

    private let bytes: UnsafeRawBufferPointer
    private(set) var position: Int

    init(_ bytes: UnsafeRawBufferPointer, from position: Int = 0) {
        self.bytes = bytes
        self.position = position
    }

    var isAtEnd: Bool { position == bytes.count }

    /// Below 2³⁵: nothing that is counted here is larger.
    mutating func number() throws(Damage) -> Int {
        var value = 0
        for shift in stride(from: 0, to: 35, by: 7) {
            let byte = try byte()
            value |= Int(byte & 0x7F) << shift
            if byte < 0x80 { return value }
        }
        throw Damage()
    }

    mutating func word() throws(Damage) -> UInt64 {
        let range = try take(8)
        return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: range.lowerBound, as: UInt64.self))
    }

    mutating func text() throws(Damage) -> String {
        let range = try take(number())
        return String(decoding: UnsafeRawBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }

    mutating func flag() throws(Damage) -> Bool { try byte() != 0 }

    mutating func day() throws(Damage) -> CivilDate {
        let number = try number()
        guard number < PackedReader.lastDay else { throw Damage() }
        return CivilDate(number: number)
    }

    mutating func instant() throws(Damage) -> Date {
        let seconds = Double(bitPattern: try word())
        guard (0..<Double(PackedReader.lastDay) * 86_400).contains(seconds) else { throw Damage() }
        return Date(timeIntervalSince1970: seconds)
    }

    /// Days until far beyond the year 9999: what calendars count with.
    private static let lastDay = 4_000_000

    mutating func optional<Value>(_ read: (inout PackedReader) throws(Damage) -> Value) throws(Damage) -> Value? {
        try flag() ? try read(&self) : nil
    }

    mutating func list<Value>(_ read: (inout PackedReader) throws(Damage) -> Value) throws(Damage) -> [Value] {
        let count = try number()
        // Every value takes a byte at least: more cannot be there.
        guard (0...bytes.count - position).contains(count) else { throw Damage() }
        var values: [Value] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try read(&self)) }
        return values
    }

    /// The next `count` bytes, by their places.
    mutating func take(_ count: Int) throws(Damage) -> Range<Int> {
        guard count >= 0, count <= bytes.count - position else { throw Damage() }
        defer { position += count }
        return position..<position + count
    }

    private mutating func byte() throws(Damage) -> UInt8 { bytes[try take(1).lowerBound] }
}
