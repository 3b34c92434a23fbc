package import Domain

extension Paper {
    /// The registration form of an edition for paper, field for field as on screen.
    ///
    /// - Parameter sample: Invented answers by field; nothing for the blank form.
    package static func form(
        _ definition: FormDefinition, of dialogue: Dialogue, site: Site, sample: [String: String] = [:]
    ) throws(DocumentsError) -> Paper {
        let announced = CivilDate(of: dialogue.schedule.announced)
        var blocks: [PaperBlock] = sample.isEmpty ? [] : [.mark(FormItem.sampleMark)]
        blocks += [
            .nation(Nation.lines), .dateLine(.date(place: site.agency.place, in: announced)),
            .title(DocumentTitle(name: definition.title, abstract: definition.about, isRuled: false)),
            .addressees(Addressees([definition.addressee])),
        ]
        blocks += FormItem.blocks(of: definition, subjects: site.subjects, sample: sample)
        blocks.append(.notes(notes(of: definition, dialogue: dialogue, agency: site.agency)))
        let address = "\(site.baseURL)/doi-thoai/\(dialogue.id)/dang-ky/"
        blocks.append(.code(try QRCode(address, caption: "Điền phiếu này trên cổng:")))
        let title = sample.isEmpty ? definition.title : "\(definition.title) (điền mẫu, minh họa)"
        return Paper(
            template: "phieu", title: title, author: site.agency.fullName, date: definition.updated,
            sections: [PaperSection(furniture: PageFurniture(mark: sample.isEmpty ? "" : "MINH HỌA"), blocks: blocks)])
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

extension FormItem {
    /// On a form that is filled in with inventions.
    static let sampleMark = "MINH HỌA – người và nội dung trong phiếu này là tưởng tượng"

    /// The fields in order, with the opening between what the sender is and what the sender asks.
    fileprivate static func blocks(
        of definition: FormDefinition, subjects: [Subject], sample: [String: String]
    ) -> [PaperBlock] {
        var blocks: [PaperBlock] = []
        var opening = definition.opening
        for part in definition.parts {
            if !opening.isEmpty, part.fields.contains(where: { $0.role == .matter }) {
                blocks.append(.passage(.paragraph(opening)))
                opening = ""
            }
            blocks += part.fields.map { .field(FormItem($0, subjects: subjects, value: sample[$0.name] ?? "")) }
        }
        return blocks
    }

    private init(_ field: FormField, subjects: [Subject], value: String) {
        var kind = Kind.lines
        var lines = max(1, field.paperLines)
        var options: [FormField.Option] = []
        switch field.kind {
        case .choice, .select: (kind, lines, options) = (.choice, 0, field.options)
        case .subject:
            // Content need not repeat the department's subjects; where the loader filled them in, they are there.
            let listed = subjects.map { FormField.Option(value: $0.id, label: $0.name) }
            let unsure = FormField.Option(value: Subject.unsure, label: Subject.unsureLabel)
            (kind, lines, options) = (.choice, 0, field.options.isEmpty ? [unsure] + listed : field.options)
        case .text: kind = .matter
        case .line, .lines, .telephone, .email: break
        }
        let label = field.paperLabel.isEmpty ? field.label : field.paperLabel
        self.init(
            kind: kind, name: field.name, label: FormItem.label(label), lines: lines, options: options.map(\.composed),
            value: value)
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
