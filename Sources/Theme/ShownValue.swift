import Mustache

/// A value as mustache sees it: it answers for names, for sections and for its words, and notes every misuse.
struct ShownValue: MustacheParent, MustacheCustomRenderable {
    let value: ThemeValue
    let name: String
    let notes: RenderNotes

    func child(named name: String) -> Any? {
        guard case .record(let record) = value, let child = record[name] else { return nil }
        return notes.shown(child, named: name)
    }

    var renderText: String {
        switch value {
        case .text(let text), .html(let text): return text
        case .absent: return ""
        case .flag, .list, .record:
            notes.notText.insert(name)
            return ""
        }
    }

    /// Whether a section of it is skipped.
    var isNull: Bool {
        switch value {
        case .text(let text), .html(let text): text.isEmpty
        case .flag(let flag): !flag
        case .absent: true
        case .list, .record: false
        }
    }
}

/// A list as mustache sees it.
struct ShownList: MustacheSequence, MustacheParent, MustacheCustomRenderable {
    let elements: [ShownValue]
    let name: String
    let notes: RenderNotes

    func makeIterator() -> IndexingIterator<[ShownValue]> { elements.makeIterator() }
    func child(named _: String) -> Any? { nil }
    var isNull: Bool { elements.isEmpty }

    var renderText: String {
        notes.notText.insert(name)
        return ""
    }
}

/// The outermost record: who asks it has asked everywhere else, so what it lacks is nowhere.
struct ShownRoot: MustacheParent {
    let values: [String: ThemeValue]
    let notes: RenderNotes

    func child(named name: String) -> Any? {
        guard let value = values[name] else {
            notes.unknown.insert(name)
            return nil
        }
        return notes.shown(value, named: name)
    }
}

/// What went wrong during one rendering.
final class RenderNotes {
    /// Names no value was given for.
    var unknown: Set<String> = []
    /// Names of flags, lists or records that were asked for words.
    var notText: Set<String> = []
    /// Mark-up under a plain name, or text under a name for mark-up.
    var unsafe: Set<String> = []
    /// Lists whose records do not have the same names: a lacking one would be taken from outside.
    var uneven: Set<String> = []

    func shown(_ value: ThemeValue, named name: String) -> any MustacheParent {
        let isMarkup = name.hasSuffix("-html")
        switch value {
        case .html: if !isMarkup { unsafe.insert(name) }
        case .text, .flag, .record: if isMarkup { unsafe.insert(name) }
        case .list(let elements):
            if isMarkup { unsafe.insert(name) }
            return list(elements, named: name)
        case .absent: break
        }
        return ShownValue(value: value, name: name, notes: self)
    }

    private func list(_ elements: [ThemeValue], named name: String) -> ShownList {
        var keys: Dictionary<String, ThemeValue>.Keys?
        for element in elements {
            switch element {
            case .html: unsafe.insert(name)
            case .record(let record):
                if let keys, keys != record.keys { uneven.insert(name) }
                keys = record.keys
            case .text, .flag, .list, .absent: break
            }
        }
        let shown = elements.map { ShownValue(value: $0, name: name, notes: self) }
        return ShownList(elements: shown, name: name, notes: self)
    }
}
