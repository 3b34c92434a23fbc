import Yams

extension MappingReader {
    /// Reads the mapping under `key`, required, with its unknown keys reported.
    func mapping<Value>(_ key: String, _ read: (MappingReader) -> Value) -> Value? {
        required(key).flatMap { nested($0, of: key, read) }
    }

    /// Reads each mapping of the list under `key`.
    ///
    /// - Parameter isRequired: Whether an absent or empty list is a fault.
    func list<Value>(_ key: String, required isRequired: Bool = true, _ read: (MappingReader) -> Value) -> [Value] {
        guard let node = isRequired ? required(key) : node(key) else { return [] }
        guard let sequence = node.sequence else {
            report(.wrongType(key, wanted: .list), at: node)
            return []
        }
        if isRequired, sequence.isEmpty { report(.emptyList(key), at: node) }
        return sequence.compactMap { nested($0, of: key, read) }
    }

    private func nested<Value>(_ node: Node, of key: String, _ read: (MappingReader) -> Value) -> Value? {
        guard let mapping = node.mapping else {
            report(.wrongType(key, wanted: .mapping), at: node)
            return nil
        }
        let reader = MappingReader(mapping, mark: node.mark, source: source)
        defer { reader.close() }
        return read(reader)
    }

    /// The pairs of a mapping whose keys are free words, such as abbreviations.
    func pairs(_ key: String) -> [(key: String, value: String)] {
        guard let node = node(key) else { return [] }
        guard let mapping = node.mapping else {
            report(.wrongType(key, wanted: .mapping), at: node)
            return []
        }
        return mapping.compactMap { name, value in
            guard let name = string(name, of: key), let text = string(value, of: key) else { return nil }
            if text.isEmpty || value.isEmptyValue { report(.emptyValue(name), at: value) }
            return (name, text)
        }
    }
}
