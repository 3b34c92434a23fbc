import Domain
import Foundation

/// Writes values one after the other, without names: whoever reads them knows their order.
struct PackedWriter {
    private(set) var bytes: [UInt8] = []

    /// A number that is not negative and below 2³⁵, seven bits a byte, lowest first.
    mutating func put(_ number: Int) {
        precondition((0..<1 << 35).contains(number))
        var rest = UInt(number)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// Eight bytes, lowest first.
    mutating func put(fixed word: UInt64) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: word >> shift)) }
    }

    mutating func put(_ text: String) {
        put(text.utf8.count)
        bytes += text.utf8
    }

    mutating func put(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    mutating func put(_ day: CivilDate) { put(day.number) }

    mutating func put(_ instant: Date) { put(fixed: instant.timeIntervalSince1970.bitPattern) }

    /// Whether there is one, then the value.
    mutating func put<Value>(_ value: Value?, _ write: (inout PackedWriter, Value) -> Void) {
        put(value != nil)
        if let value { write(&self, value) }
    }

    /// How many there are, then each.
    mutating func put<Value>(_ values: [Value], _ write: (inout PackedWriter, Value) -> Void) {
        put(values.count)
        for value in values { write(&self, value) }
    }

    /// What was packed before, as it is.
    mutating func append(_ packed: some Sequence<UInt8>) { bytes.append(contentsOf: packed) }
}
