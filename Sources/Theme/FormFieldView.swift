import Domain

/// One question of the online form as it is shown.
struct FormFieldView {
    var field: FormField
    var definition: FormDefinition
    var value: String
    /// Empty when nothing has to be mended.
    var error: String
    var subjects: [Subject]
    var takesFocus: Bool

    /// What a link of the error summary points to: the control, or the first of several.
    static func controlID(of field: FormField, subjects: [Subject]) -> String {
        field.kind == .choice ? optionID(field, field.options.first?.value ?? "") : field.name
    }

    private static func optionID(_ field: FormField, _ value: String) -> String { "\(field.name)-\(value)" }

    private var hintID: String { "\(field.name)-goi-y" }
    private var errorID: String { "\(field.name)-loi" }
    private var counterID: String { "\(field.name)-dem" }

    var values: ThemeValue {
        [
            "id": .text(field.name), "name": .text(field.name), "label": .text(field.label),
            "is-optional": .flag(isOptional), "is-required": .flag(field.required == .always),
            "hint": .text(field.hint), "hint-id": .text(hintID),
            "error": .text(error), "error-id": .text(errorID),
            "described-by": .text(describedBy), "takes-focus": .flag(takesFocus),
            "autocomplete": .text(field.autocomplete), "value": .text(value),
            "choice": choice, "select": select, "line": line, "text": text,
        ]
    }

    /// Error first, then hint, then what is left of the length.
    private var describedBy: String {
        var ids: [String] = []
        if !error.isEmpty { ids.append(errorID) }
        if !field.hint.isEmpty { ids.append(hintID) }
        if field.kind == .text { ids.append(counterID) }
        return ids.joined(separator: " ")
    }

    /// A field of which one of several is needed is not marked optional: its hint says which.
    private var isOptional: Bool {
        field.required == .never && !definition.atLeastOne.contains { $0.fields.contains(field.name) }
    }

    private var choice: ThemeValue {
        guard field.kind == .choice else { return .absent }
        // Where a keyboard comes in: at what is chosen, else at the first.
        let entry = field.options.contains { $0.value == value } ? value : field.options.first?.value
        let options = field.options.map { option -> ThemeValue in
            [
                "id": .text(Self.optionID(field, option.value)), "value": .text(option.value),
                "label": .text(option.label), "is-chosen": .flag(option.value == value),
                "is-alone": .flag(standsAlone(option)), "is-focused": .flag(takesFocus && option.value == entry),
            ]
        }
        return ["options": .list(options)]
    }

    /// Whether the questions for organisations can go once it is chosen: none of them is asked of it.
    private func standsAlone(_ option: FormField.Option) -> Bool {
        let asked = definition.fields.filter { $0.role == .organisation || $0.role == .position }
            .compactMap { field -> [String]? in
                guard case .when(self.field.name, let values) = field.required else { return nil }
                return values
            }
        return !asked.isEmpty && !asked.contains { $0.contains(option.value) }
    }

    private var select: ThemeValue {
        let options: [(value: String, label: String)]
        switch field.kind {
        case .select: options = field.options.map { ($0.value, $0.label) }
        case .subject:
            options = [(Subject.unsure, Subject.unsureLabel)] + subjects.map { ($0.id, $0.name) }
        default: return .absent
        }
        return [
            "choices": .list(
                options.map { option in
                    [
                        "option": .text(option.value), "words": .text(option.label),
                        "is-chosen": .flag(option.value == value),
                    ]
                })
        ]
    }

    private var line: ThemeValue {
        let kind: (type: String, mode: String, isShort: Bool, isSpelled: Bool)
        switch field.kind {
        case .line: kind = ("text", "", false, field.role != .name)
        case .telephone: kind = ("tel", "tel", true, false)
        case .email: kind = ("email", "email", false, false)
        case .choice, .select, .subject, .lines, .text: return .absent
        }
        return [
            "type": .text(kind.type), "mode": .text(kind.mode), "is-short": .flag(kind.isShort),
            "is-unspelled": .flag(!kind.isSpelled),
        ]
    }

    private var text: ThemeValue {
        guard field.isMultiline else { return .absent }
        let counter: ThemeValue = [
            "counter-id": .text(counterID), "limit": .text(String(field.max)),
            "limit-words": .text("Tối đa \(VietnameseNumber.figures(field.max)) ký tự."),
        ]
        return [
            "rows": .text(String(max(field.rows, 2))),
            "counter": field.kind == .text ? counter : .absent,
        ]
    }
}
