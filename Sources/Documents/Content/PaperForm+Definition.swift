package import Domain

extension PaperForm {
    /// The blank registration form of an edition, field for field as on screen.
    package init(_ definition: FormDefinition, of dialogue: Dialogue, site: Site) {
        let announced = CivilDate(of: dialogue.schedule.announced)
        language = "vi"
        title = definition.title.composed
        author = site.agency.fullName.composed
        date = definition.updated
        nation = Nation.lines
        dateLine = .date(place: site.agency.place, in: announced)
        heading = definition.title.uppercased().composed
        about = definition.about.composed
        addressee = Addressee(
            label: "Kính gửi:", name: definition.addressee.composed)
        items = PaperForm.items(of: definition, subjects: site.subjects)
        notes = PaperForm.notes(of: definition, dialogue: dialogue, agency: site.agency)
    }

    private static func items(of definition: FormDefinition, subjects: [Subject]) -> [Item] {
        var items: [Item] = []
        var opening = definition.opening
        for part in definition.parts {
            // The opening stands between what the sender is and what the sender asks.
            if !opening.isEmpty, part.fields.contains(where: { $0.role == .matter }) {
                items.append(Item(kind: .sentence, name: "", label: opening, lines: 0, options: []))
                opening = ""
            }
            items += part.fields.map { Item($0, subjects: subjects) }
        }
        return items
    }

    /// Where and until when to send it: on paper no page is at hand to look it up.
    private static func notes(of definition: FormDefinition, dialogue: Dialogue, agency: Agency) -> [String] {
        let sending =
            "Gửi phiếu về \(agency.fullName), địa chỉ: \(agency.address); thư điện tử: \(agency.email); "
            + "chậm nhất \(VietnameseDate.words(dialogue.schedule.closes))."
        let note = definition.footnote.isEmpty ? [] : ["Ghi chú: \(definition.footnote)"]
        return (note + [sending]).map(\.composed)
    }
}

extension PaperForm.Item {
    fileprivate init(_ field: FormField, subjects: [Subject]) {
        name = field.name
        label = PaperForm.Item.label(field.paperLabel.isEmpty ? field.label : field.paperLabel)
        options = []
        lines = max(1, field.paperLines)
        switch field.kind {
        case .choice, .select:
            kind = .choice
            lines = 0
            options = field.options.map(\.composed)
        case .subject:
            kind = .choice
            lines = 0
            // Content need not repeat the department's subjects; where the loader filled them in, they are there.
            let listed = subjects.map { FormField.Option(value: $0.id, label: $0.name) }
            let unsure = FormField.Option(value: Subject.unsure, label: Subject.unsureLabel)
            options = (field.options.isEmpty ? [unsure] + listed : field.options).map(\.composed)
        case .text: kind = .matter
        case .line, .lines, .telephone, .email: kind = .lines
        }
    }

    /// With a colon, unless the label asks or already ends with one.
    private static func label(_ text: String) -> String {
        let composed = text.composed
        return composed.hasSuffix("?") || composed.hasSuffix(":") ? composed : composed + ":"
    }
}

extension FormField.Option {
    fileprivate var composed: FormField.Option {
        var option = self
        option.label = label.composed
        return option
    }
}
