extension Program {
    /// The program with everything done beforehand that `frame` decides.
    ///
    /// A name is decided when no section around it can have a say, and the frame knows it. Pages give no values of
    /// these names.
    func filled(with frame: [String: ThemeValue]) -> Program {
        var filling = Filling(program: self, frame: frame)
        filling.run(steps.startIndex..<steps.endIndex)
        // Errors are told when a page is made, as for any other value.
        return filling.isMixed || !filling.misuse.isEmpty ? self : filling.filled
    }
}

/// One walk through a program with the values of the frame alone.
private struct Filling {
    let program: Program
    let frame: [String: ThemeValue]
    private(set) var filled = Program()
    private(set) var misuse = Misuse()
    /// A section of the page stands in a section of the frame, and a name in it may be meant of either: such a
    /// program is left as it is.
    private(set) var isMixed = false
    /// What sections have brought into view, the innermost last; nothing for a value that only the page knows.
    private var scopes: [ThemeValue?] = []

    init(program: Program, frame: [String: ThemeValue]) {
        self.program = program
        self.frame = frame
    }

    mutating func run(_ steps: Range<Int>) {
        var at = steps.lowerBound
        while at < steps.upperBound {
            let step = program.steps[at]
            at += 1
            switch step {
            case .text(let range): filled.write(text: program.text[range])
            case .value(let name), .markup(let name): show(program.names[name], step)
            case .word: showInnermost()
            case .section(let name, let end):
                section(program.names[name], at..<end, isInverted: false)
                at = end
            case .inverted(let name, let end):
                section(program.names[name], at..<end, isInverted: true)
                at = end
            }
        }
    }

    private mutating func show(_ name: Program.Name, _ step: Program.Step) {
        if let value = find(name) { return write(value, called: name) }
        let place = filled.place(of: name.text)
        if case .markup = step { filled.write(.markup(place)) } else { filled.write(.value(place)) }
    }

    private mutating func showInnermost() {
        if let value = scopes.last ?? nil { write(value, called: Program.Name(".")) } else { filled.write(.word) }
    }

    private mutating func write(_ value: ThemeValue, called name: Program.Name) {
        switch value {
        case .text(let text):
            var bytes: [UInt8] = []
            HTML.append(text, escapedTo: &bytes)
            filled.write(text: bytes)
        case .html(let text): filled.write(text: text.utf8)
        case .absent: break
        case .flag, .list, .record: misuse.notText.insert(name.text)
        }
    }

    private mutating func section(_ name: Program.Name, _ steps: Range<Int>, isInverted: Bool) {
        guard let value = find(name) else {
            let start = filled.beginSection()
            if isInverted { run(steps) } else { run(steps, in: nil) }
            return filled.endSection(start, name.text, isInverted: isInverted)
        }
        if isInverted {
            if value.isNothing { run(steps) }
        } else if case .list(let elements) = value {
            for element in elements { run(steps, in: element) }
        } else if !value.isNothing {
            run(steps, in: value)
        }
    }

    private mutating func run(_ steps: Range<Int>, in value: ThemeValue?) {
        scopes.append(value)
        run(steps)
        scopes.removeLast()
    }

    /// The value when it is the frame that has it; nothing when the page has a say.
    private mutating func find(_ name: Program.Name) -> ThemeValue? {
        var isBehindPage = false
        for scope in scopes.reversed() {
            guard let scope else {
                isBehindPage = true
                continue
            }
            guard case .record(let record) = scope, let value = record[name.text] else { continue }
            isMixed = isMixed || isBehindPage
            return value
        }
        guard !isBehindPage, let value = frame[name.text] else { return nil }
        misuse.check(value, called: name)
        return value
    }
}
