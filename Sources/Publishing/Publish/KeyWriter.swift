import Cryptography
import Foundation

/// Writes down, without ambiguity, all that something is made of; the digest of it is a ``Product``'s key.
///
/// Every value is written with its kind and its length, so that no two rows of values give the same bytes.
struct KeyWriter {
    private var bytes: [UInt8] = []

    /// - Parameter kind: What is made: two kinds never share a key.
    init(_ kind: String) { add(kind) }

    /// The digest of all that was added, in order.
    var key: SHA256Digest { SHA256Digest(of: bytes) }

    mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }

    mutating func add(_ buffer: UnsafeRawBufferPointer) {
        mark(.text)
        add(raw: buffer.count)
        bytes.append(contentsOf: buffer)
    }

    mutating func add(_ data: Data) {
        data.withUnsafeBytes { add($0) }
    }

    mutating func add(_ digest: SHA256Digest) {
        mark(.digest)
        bytes += digest.bytes
    }

    mutating func add(_ flag: Bool) { mark(flag ? .yes : .no) }

    mutating func add(_ number: Int) {
        mark(.number)
        add(raw: number)
    }

    /// For times, to the last bit.
    mutating func add(_ number: Double) {
        mark(.number)
        add(raw: Int(truncatingIfNeeded: number.bitPattern))
    }

    mutating func add(_ date: Date) { add(date.timeIntervalSince1970) }

    mutating func add<Value>(_ value: Value?, _ write: (inout KeyWriter, Value) throws -> Void) rethrows {
        mark(value == nil ? .nothing : .something)
        if let value { try write(&self, value) }
    }

    mutating func add(_ text: String?) { add(text) { $0.add($1) } }

    mutating func add<Values: Collection>(
        _ values: Values, _ write: (inout KeyWriter, Values.Element) throws -> Void
    ) rethrows {
        mark(.row)
        add(raw: values.count)
        for value in values { try write(&self, value) }
    }

    /// Any value with all its stored properties, by way of JSON with sorted keys: for what is written once a build.
    mutating func add(encoding value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        add(try encoder.encode(value))
    }

    private enum Mark: UInt8 {
        case text
        case number
        case digest
        case yes
        case no
        case nothing
        case something
        case row
    }

    private mutating func mark(_ mark: Mark) { bytes.append(mark.rawValue) }

    private mutating func add(raw number: Int) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
}
