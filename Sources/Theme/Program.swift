/// A template put together with its partials and its layout: what it does, step by step.
///
/// Made once when the theme is loaded, so that nothing is looked for while pages are made.
struct Program: Sendable {
    enum Step: Sendable {
        /// A stretch of ``text``.
        case text(Range<Int>)
        /// Shows a value, escaped; names are places in ``names``.
        case value(Int)
        /// Shows mark-up as it is.
        case markup(Int)
        /// Shows the innermost value itself: `{{.}}`.
        case word
        /// The steps up to `end` are done once for each, or not at all.
        case section(Int, end: Int)
        /// The steps up to `end` are done when there is nothing.
        case inverted(Int, end: Int)
    }

    struct Name: Hashable, Sendable {
        let text: String
        /// It holds mark-up and nothing else.
        let isMarkup: Bool

        init(_ text: String) {
            self.text = text
            isMarkup = text.hasSuffix("-html")
        }
    }

    private(set) var steps: [Step] = []
    private(set) var text: [UInt8] = []
    private(set) var names: [Name] = []
    private var places: [String: Int] = [:]
    /// The step text must not be joined to: a section begins or ends before the next.
    private var barrier = 0
}

/// Programs are written step by step.
extension Program {
    mutating func write(text bytes: some Sequence<UInt8>) {
        let start = text.count
        text.append(contentsOf: bytes)
        guard text.count > start else { return }
        if steps.count > barrier, case .text(let range)? = steps.last {
            steps[steps.count - 1] = .text(range.lowerBound..<text.count)
        } else {
            steps.append(.text(start..<text.count))
        }
    }

    mutating func write(_ step: Step) { steps.append(step) }

    /// Begins a section; its steps are written next.
    ///
    /// - Returns: Where it begins, for ``endSection(_:_:isInverted:)``.
    mutating func beginSection() -> Int {
        // Held until its end is known.
        steps.append(.word)
        barrier = steps.count
        return steps.count - 1
    }

    mutating func endSection(_ start: Int, _ name: String, isInverted: Bool) {
        barrier = steps.count
        let place = place(of: name)
        steps[start] = isInverted ? .inverted(place, end: barrier) : .section(place, end: barrier)
    }

    mutating func place(of name: String) -> Int {
        if let place = places[name] { return place }
        names.append(Name(name))
        places[name] = names.count - 1
        return names.count - 1
    }
}

/// A template becomes a program.
extension Program {
    /// - Parameter templates: The parts of all templates, by name; none comes round to itself.
    init(_ parts: [TemplatePart], templates: [String: [TemplatePart]]) {
        write(parts, blocks: [:], templates: templates)
    }

    private mutating func write(
        _ parts: [TemplatePart], blocks: [String: [TemplatePart]], templates: [String: [TemplatePart]]
    ) {
        for part in parts {
            switch part {
            case .text(let bytes): write(text: bytes)
            case .value("."): write(.word)
            case .value(let name): write(.value(place(of: name)))
            case .markup(let name): write(.markup(place(of: name)))
            case .section(let name, let content), .inverted(let name, let content):
                let isInverted = if case .inverted = part { true } else { false }
                let start = beginSection()
                write(content, blocks: blocks, templates: templates)
                endSection(start, name, isInverted: isInverted)
            case .partial(let name): write(templates[name] ?? [], blocks: blocks, templates: templates)
            case .parent(let name, let given):
                // What a page gives to its layout counts before what the layout gives to one of its own.
                let blocks = given.merging(blocks) { _, outer in outer }
                write(templates[name] ?? [], blocks: blocks, templates: templates)
            case .block(let name, let content):
                var rest = blocks
                // A block within the block of the same name is the layout's own, or there would be no end to it.
                let chosen = rest.removeValue(forKey: name) ?? content
                write(chosen, blocks: rest, templates: templates)
            }
        }
    }
}
