import Domain

extension WordBody {
    /// A field: a content control, typed in with Word, or printed and written on; with a value, the value.
    mutating func add(_ item: FormItem) {
        switch item.kind {
        case .choice: addChoice(item)
        case .lines: addLines(item)
        case .matter: addMatter(item, style: "Matter")
        case .reply: addMatter(item, style: "Reply")
        }
    }

    private mutating func addLines(_ item: FormItem) {
        let control = lineControl(name: item.name, title: item.label.withoutColon, value: item.value)
        add(.paragraph(ParagraphFormat(style: "FieldLine"), [.run("\(item.label) "), control]))
        guard item.value.isEmpty else { return }
        for _ in 1..<max(1, item.lines) { add(WordBody.dottedLine()) }
    }

    private mutating func addMatter(_ item: FormItem, style: String) {
        add(.paragraph(style, item.label))
        let control = textControl(
            name: item.name, title: item.label.withoutColon, lines: item.lines, value: item.value)
        add(control)
    }

    /// The question, then its boxes in two columns.
    private mutating func addChoice(_ item: FormItem) {
        add(.paragraph("Question", item.label))
        for first in stride(from: 0, to: item.options.count, by: 2) {
            var runs: [XMLNode] = []
            for option in item.options[first..<min(first + 2, item.options.count)] {
                if !runs.isEmpty { runs.append(.run(RunFormat(), [.w("tab")])) }
                runs.append(
                    checkBox(
                        name: "\(item.name):\(option.value)", title: option.label,
                        isChecked: option.value == item.value))
                runs.append(.run(" \(option.label)"))
            }
            var format = ParagraphFormat(style: "Options")
            format.keepNext = first + 2 < item.options.count
            add(.paragraph(format, runs))
        }
    }
}

extension String {
    fileprivate var withoutColon: String { hasSuffix(":") ? String(dropLast()) : self }
}
