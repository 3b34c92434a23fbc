import Domain
import Theme

extension KeyWriter {
    mutating func add(_ value: ThemeValue) {
        switch value {
        case .text(let text): tag("t", text)
        case .html(let text): tag("h", text)
        case .flag(let flag):
            add("f")
            add(flag)
        case .list(let values):
            add("l")
            add(values) { $0.add($1) }
        case .record(let record):
            add("r")
            add(record.entries) { writer, entry in
                writer.add(entry.key)
                writer.add(entry.value)
            }
        case .absent: add("a")
        }
    }

    /// A dictionary in the order of its names.
    mutating func add(_ values: [String: ThemeValue]) {
        add(values.sorted { $0.key < $1.key }) { writer, value in
            writer.add(value.key)
            writer.add(value.value)
        }
    }

    mutating func add(_ value: LinkedData.Value) {
        switch value {
        case .text(let text): tag("t", text)
        case .number(let number):
            add("n")
            add(number)
        case .flag(let flag):
            add("f")
            add(flag)
        case .list(let values):
            add("l")
            add(values) { $0.add($1) }
        case .record(let pairs):
            add("r")
            add(pairs) { writer, pair in
                writer.add(pair.0)
                writer.add(pair.1)
            }
        }
    }

    mutating func add(_ link: Chrome.Link) {
        add(link.label)
        add(link.href)
    }

    mutating func add(_ day: CivilDate) { add(day.number) }

    private mutating func tag(_ tag: String, _ text: String) {
        add(tag)
        add(text)
    }
}

extension SitePage {
    /// How many stored properties ``write(to:)`` writes; a test holds it against the type, so that none is forgotten.
    static let keyedProperties = 17

    /// Writes down the whole page.
    func write(to writer: inout KeyWriter) {
        writer.add(path)
        writer.add(template)
        writer.add(title)
        writer.add(description)
        writer.add(section)
        writer.add(language)
        writer.add(updated)
        writer.add(owner)
        writer.add(isArticle)
        writer.add(feed) { $0.add($1) }
        writer.add(movedTo)
        writer.add(modified) { $0.add($1) }
        writer.add(isUnlisted)
        writer.add(crumbs) { $0.add($1) { $0.add($1) } }
        writer.add(facts) { $0.add($1) }
        writer.add(source)
        writer.add(values)
    }
}
