import Domain
import Yams

/// Reads one mapping of YAML key by key, reporting faults with their place instead of throwing.
///
/// A key that is asked for is a known key; ``close()`` reports all others. What cannot be read becomes an empty
/// value: whoever loads content discards the result when there was any error.
final class MappingReader {
    let source: SourceFile
    private let entries: [String: (key: Node, value: Node)]
    private let mark: Mark?
    private var asked: [String] = []
    private var missing: [String] = []

    init(_ mapping: Node.Mapping, mark: Mark?, source: SourceFile) {
        self.source = source
        self.mark = mark
        var entries: [String: (key: Node, value: Node)] = [:]
        for (key, value) in mapping {
            guard let name = key.scalar?.string else {
                source.report(.keyIsNoWord, at: key.mark)
                continue
            }
            entries[name] = (key, value)
        }
        self.entries = entries
    }

    /// Reports keys nobody asked for and keys that are not there. To be called once everything was read.
    ///
    /// A key that was mistyped is not missing as well.
    func close() {
        var mistyped: Set<String> = []
        for (name, entry) in entries where !asked.contains(name) {
            let meant = Suggestion.nearest(to: name, among: asked.filter { entries[$0] == nil })
            report(.unknownKey(name, meant: meant, known: asked), at: entry.key)
            if let meant { mistyped.insert(meant) }
        }
        for key in missing where !mistyped.contains(key) { report(.missingKey(key), at: nil as Node?) }
    }

    /// - Parameter day: From when it is a fault; nothing for always.
    func report(_ fault: Fault, at node: Node?, from day: CivilDate? = nil) {
        source.report(fault, at: node?.mark ?? mark, from: day)
    }

    /// Reports at the value of `key`, or at the mapping when the key is absent.
    func report(_ fault: Fault, at key: String, from day: CivilDate? = nil) {
        report(fault, at: entries[key]?.value, from: day)
    }

    /// Whether `key` is there with a value; this makes it a known key.
    func has(_ key: String) -> Bool { node(key) != nil }

    /// The value under `key`; nothing when absent or left empty.
    func node(_ key: String) -> Node? {
        note(key)
        guard let value = entries[key]?.value, !value.isEmptyValue else { return nil }
        return value
    }

    /// The value under `key`; reported when absent or left empty.
    func required(_ key: String) -> Node? {
        if let node = node(key) { return node }
        if let entry = entries[key] {
            report(.emptyValue(key), at: entry.key)
        } else {
            missing.append(key)
        }
        return nil
    }

    private func note(_ key: String) {
        if !asked.contains(key) { asked.append(key) }
    }
}

extension Node {
    /// `key:` with nothing behind it.
    var isEmptyValue: Bool {
        guard let scalar, scalar.style == .any || scalar.style == .plain else { return false }
        return ["", "~", "null"].contains(scalar.string)
    }
}

extension SourceFile {
    func report(_ fault: Fault, at mark: Mark?, from day: CivilDate? = nil) {
        guard let mark else { return report(fault, from: day) }
        report(fault, line: mark.line, column: column(ofScalar: mark.column, line: mark.line), from: day)
    }
}
