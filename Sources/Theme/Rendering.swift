/// One walk through a program with the values of one page.
struct Rendering {
    private let program: Program
    private let values: Values
    /// What sections have brought into view, the innermost last, each under the name it was given.
    private var scopes: [(name: Int, value: ThemeValue)] = []
    /// What has been made so far, in UTF-8.
    private(set) var page: [UInt8] = []
    private(set) var misuse = Misuse()

    init(_ program: Program, _ values: Values) {
        self.program = program
        self.values = values
    }

    /// What is in view outside all sections.
    struct Values {
        /// The page's own.
        let content: [String: ThemeValue]
        /// What the layout shows of the page.
        let head: ThemeRecord
        /// What the layout shows on every page.
        let frame: [String: ThemeValue]

        init(_ content: [String: ThemeValue], _ head: ThemeRecord = [:], _ frame: [String: ThemeValue] = [:]) {
            self.content = content
            self.head = head
            self.frame = frame
        }

        subscript(name: String) -> ThemeValue? { content[name] ?? head[name] ?? frame[name] }
    }

    mutating func run() {
        page.reserveCapacity(program.text.count + 8_192)
        run(program.steps.startIndex..<program.steps.endIndex)
    }

    private mutating func run(_ steps: Range<Int>) {
        var at = steps.lowerBound
        while at < steps.upperBound {
            let step = program.steps[at]
            at += 1
            switch step {
            case .text(let range): page.append(contentsOf: program.text[range])
            case .value(let name): if let value = value(of: name) { show(value, called: name) }
            case .markup(let name): if let value = value(of: name) { showMarkup(value, called: name) }
            case .word: showInnermost()
            case .section(let name, let end):
                if let value = value(of: name) { show(value, called: name, by: at..<end) }
                at = end
            case .inverted(let name, let end):
                if value(of: name)?.isNothing ?? true { run(at..<end) }
                at = end
            }
        }
    }

    /// The section `steps`, once for each of a list.
    private mutating func show(_ value: ThemeValue, called name: Int, by steps: Range<Int>) {
        guard case .list(let elements) = value else {
            if !value.isNothing { show(value, in: steps, called: name) }
            return
        }
        for element in elements { show(element, in: steps, called: name) }
    }

    private mutating func show(_ value: ThemeValue, in steps: Range<Int>, called name: Int) {
        scopes.append((name, value))
        run(steps)
        scopes.removeLast()
    }

    private mutating func show(_ value: ThemeValue, called name: Int) {
        switch value {
        case .text(let text), .html(let text): HTML.append(text, escapedTo: &page)
        case .absent: break
        case .flag, .list, .record: misuse.notText.insert(program.names[name].text)
        }
    }

    private mutating func showMarkup(_ value: ThemeValue, called name: Int) {
        switch value {
        case .text(let text), .html(let text): page.append(contentsOf: text.utf8)
        case .absent: break
        case .flag, .list, .record: misuse.notText.insert(program.names[name].text)
        }
    }

    private mutating func showInnermost() {
        if let (name, value) = scopes.last { show(value, called: name) } else { misuse.notText.insert(".") }
    }

    /// The value of a name as seen from the innermost section outwards; nothing when nobody gave one.
    private mutating func value(of place: Int) -> ThemeValue? {
        let name = program.names[place]
        guard let value = find(name.text) else {
            misuse.unknown.insert(name.text)
            return nil
        }
        misuse.check(value, called: name)
        return value
    }

    private func find(_ name: String) -> ThemeValue? {
        for scope in scopes.reversed() {
            if case .record(let record) = scope.value, let value = record[name] { return value }
        }
        return values[name]
    }
}

extension ThemeValue {
    /// Whether a section of it is skipped.
    var isNothing: Bool {
        switch self {
        case .text(let text), .html(let text): text.isEmpty
        case .flag(let flag): !flag
        case .list(let elements): elements.isEmpty
        case .absent: true
        case .record: false
        }
    }
}
