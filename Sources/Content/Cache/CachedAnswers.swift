import Cryptography
import Foundation

/// What an earlier run learned of answer files.
///
/// Shape of the file, numbers as ``PackedWriter`` writes them: the key (64 hexadecimal digits); how many records, in
/// order of paths; each record; SHA-256 (64 hexadecimal digits) of all before.
struct CachedAnswers: Sendable {
    /// What is known of one file.
    struct Record: Sendable {
        /// From the root of the checkout.
        var path: String
        var signature: FileSignature
        /// Whether equal signatures were enough to tell equal bytes when this was learned.
        var isSettled: Bool
        /// SHA-256 of the bytes, in hexadecimal.
        var digest: String
        /// The packed facts, as places in ``CachedAnswers/bytes``.
        var facts: Range<Int>
    }

    private(set) var bytes: [UInt8] = []
    private(set) var records: [Record] = []

    /// Nothing is known.
    init() {}

    /// Nothing when the bytes are not a whole cache made under `key`.
    init?(_ bytes: [UInt8], key: SHA256Digest) {
        guard bytes.count > 128 else { return nil }
        let body = bytes.count - 64
        let records = bytes.withUnsafeBytes { all -> [Record]? in
            let content = UnsafeRawBufferPointer(rebasing: all[..<body])
            guard
                SHA256Digest(hexadecimal: UnsafeRawBufferPointer(rebasing: all[body...])) == SHA256Digest(of: content),
                SHA256Digest(hexadecimal: UnsafeRawBufferPointer(rebasing: all[..<64])) == key
            else { return nil }
            var reader = PackedReader(content, from: 64)
            do {
                let records = try reader.list { reader throws(PackedReader.Damage) in try Record(from: &reader) }
                return reader.isAtEnd ? records : nil
            } catch {
                return nil
            }
        }
        guard let records else { return nil }
        self.bytes = bytes
        self.records = records
    }

    /// Reads the facts of a record with `read`.
    func facts<Value>(
        of record: Record, _ read: (inout PackedReader) throws(PackedReader.Damage) -> Value
    ) -> Value? {
        bytes.withUnsafeBytes { all in
            var reader = PackedReader(UnsafeRawBufferPointer(rebasing: all[record.facts]))
            do {
                let value = try read(&reader)
                return reader.isAtEnd ? value : nil
            } catch {
                return nil
            }
        }
    }
}

extension CachedAnswers.Record {
    fileprivate init(from reader: inout PackedReader) throws(PackedReader.Damage) {
        path = try reader.text()
        signature = try FileSignature(from: &reader)
        isSettled = try reader.flag()
        digest = try reader.text()
        facts = try reader.take(reader.number())
    }

    /// - Parameter packed: The facts.
    func pack(into writer: inout PackedWriter, facts packed: some Collection<UInt8>) {
        writer.put(path)
        signature.pack(into: &writer)
        writer.put(isSettled)
        writer.put(digest)
        writer.put(packed.count)
        writer.append(packed)
    }
}

extension FileSignature {
    func pack(into writer: inout PackedWriter) {
        for number in [size, modified, changed] { writer.put(fixed: UInt64(bitPattern: Int64(number))) }
        writer.put(fixed: inode)
    }

    fileprivate init(from reader: inout PackedReader) throws(PackedReader.Damage) {
        func number() throws(PackedReader.Damage) -> Int { Int(Int64(bitPattern: try reader.word())) }
        self.init(size: try number(), modified: try number(), changed: try number(), inode: try reader.word())
    }
}
