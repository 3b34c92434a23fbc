/// What went wrong during one rendering: names of values that were not what the template takes them for.
struct Misuse {
    /// Names no value was given for.
    var unknown: Set<String> = []
    /// Names of flags, lists or records that were asked for words.
    var notText: Set<String> = []
    /// Mark-up under a plain name, or text under a name for mark-up.
    var unsafe: Set<String> = []
    /// Lists whose records do not have the same names: a lacking one would be taken from outside.
    var uneven: Set<String> = []

    var isEmpty: Bool { unknown.isEmpty && notText.isEmpty && unsafe.isEmpty && uneven.isEmpty }

    mutating func check(_ value: ThemeValue, called name: Program.Name) {
        switch value {
        case .html: if !name.isMarkup { unsafe.insert(name.text) }
        case .text, .flag, .record: if name.isMarkup { unsafe.insert(name.text) }
        case .list(let elements):
            if name.isMarkup { unsafe.insert(name.text) }
            check(elements, called: name)
        case .absent: break
        }
    }

    private mutating func check(_ elements: [ThemeValue], called name: Program.Name) {
        var first: ThemeRecord?
        for element in elements {
            switch element {
            case .html: unsafe.insert(name.text)
            case .record(let record):
                if let first, !first.hasSameNames(as: record) { uneven.insert(name.text) }
                if first == nil { first = record }
            case .text, .flag, .list, .absent: break
            }
        }
    }
}
