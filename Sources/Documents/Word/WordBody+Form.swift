import Domain

extension WordBody {
    /// A blank form whose fields are content controls: typed in with Word, or printed and written on.
    init(_ form: PaperForm) {
        self.init()
        for line in WordBody.nation(form.nation, in: Twips.textWidth) { add(line) }
        add(.paragraph("DateRight", WordBody.line(form.dateLine)))
        add(.paragraph("Title", form.heading))
        add(.paragraph("Subtitle", form.about))
        add(
            .paragraph(
                ParagraphFormat(style: "Addressee"),
                [.run("\(form.addressee.label) "), .run(form.addressee.name, RunFormat(bold: true))]))
        for item in form.items { add(item) }
        for note in form.notes { add(.paragraph("FormNote", note)) }
    }

    private mutating func add(_ item: PaperForm.Item) {
        switch item.kind {
        case .sentence: add(.paragraph("BodyText", item.label))
        case .choice: addChoice(item)
        case .lines:
            let control = lineControl(name: item.name, title: item.label.withoutColon)
            add(.paragraph(ParagraphFormat(style: "FieldLine"), [.run("\(item.label) "), control]))
            for _ in 1..<max(1, item.lines) { add(WordBody.dottedLine()) }
        case .matter:
            add(.paragraph("Matter", item.label))
            add(textControl(name: item.name, title: item.label.withoutColon, lines: item.lines))
        }
    }

    /// The question, then its boxes in two columns.
    private mutating func addChoice(_ item: PaperForm.Item) {
        add(.paragraph("Question", item.label))
        for first in stride(from: 0, to: item.options.count, by: 2) {
            var runs: [XMLNode] = []
            for option in item.options[first..<min(first + 2, item.options.count)] {
                if !runs.isEmpty { runs.append(.run(RunFormat(), [.w("tab")])) }
                runs.append(checkBox(name: "\(item.name):\(option.value)", title: option.label))
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
