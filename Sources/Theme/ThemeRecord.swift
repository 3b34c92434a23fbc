/// Named values in the order they were given, as a section brings them into view.
///
/// A record has few names: looking through them costs less than hashing them, and far less than building a table.
package struct ThemeRecord: Hashable, Sendable {
    /// One name with its value.
    package struct Entry: Hashable, Sendable {
        package var key: String
        package var value: ThemeValue
    }

    package let entries: [Entry]

    /// - Parameter entries: With different names.
    package init(_ entries: [Entry]) { self.entries = entries }

    package subscript(name: String) -> ThemeValue? {
        for entry in entries where entry.key == name { return entry.value }
        return nil
    }

    /// Whether both have the same names, in whatever order.
    func hasSameNames(as other: ThemeRecord) -> Bool {
        guard entries.count == other.entries.count else { return false }
        if zip(entries, other.entries).allSatisfy({ $0.key == $1.key }) { return true }
        return Set(entries.map(\.key)) == Set(other.entries.map(\.key))
    }
}

extension ThemeRecord: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (String, ThemeValue)...) {
        self.init(elements.map { Entry(key: $0.0, value: $0.1) })
    }
}
