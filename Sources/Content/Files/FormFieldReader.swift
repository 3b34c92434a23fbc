import Domain
import Yams

/// Reads one field of a form, with the defaults of the format.
struct FormFieldReader {
    let reader: MappingReader

    func read(names: UniqueNames) -> FormCheck.Placed {
        let kind = reader.choice("kind", of: FormField.Kind.allCases)
        return FormCheck.Placed(field: field(kind, names: names), reader: reader, hasKind: kind != nil)
    }

    /// - Parameter known: Nothing when the kind could not be read: then nothing that follows from it is faulted.
    private func field(_ known: FormField.Kind?, names: UniqueNames) -> FormField {
        let kind = known ?? (reader.has("options") ? .choice : .telephone)
        let label = reader.text("label")
        let required = requirement()
        let limits = limits(of: kind)
        return FormField(
            name: reader.name("name", uniqueIn: names), role: role(), kind: kind, label: label,
            paperLabel: reader.text("paper-label", or: label), shortLabel: reader.text("short-label", or: label),
            hint: reader.lines("hint", or: ""), required: required, missing: missing(required), min: limits.min,
            max: limits.max, autocomplete: reader.text("autocomplete", or: ""),
            rows: reader.integer("rows") ?? kind.usualRows, paperLines: reader.integer("paper-lines") ?? 1,
            isPrivate: reader.flag("private") ?? true, isExported: reader.flag("export") ?? true,
            isErased: reader.flag("erase") ?? true, options: options(of: kind))
    }

    private func role() -> FormField.Role? {
        reader.has("role") ? reader.choice("role", of: FormField.Role.allCases) : nil
    }

    private func requirement() -> FormField.Requirement {
        guard let node = reader.required("required") else { return .never }
        guard node.mapping != nil else {
            switch node.scalar?.string {
            case "always": return .always
            case "never": return .never
            default: reader.report(.requirement, at: node)
            }
            return .never
        }
        return reader.mapping("required") { condition in
            .when(field: condition.text("field"), values: condition.texts("is", required: true).map(\.value))
        } ?? .never
    }

    private func missing(_ required: FormField.Requirement) -> String {
        required == .never ? reader.text("missing", or: "") : reader.text("missing")
    }

    private func limits(of kind: FormField.Kind) -> (min: Int, max: Int) {
        let min = reader.integer("min") ?? 0
        guard let max = reader.integer("max") else {
            if let usual = kind.usualMax { return (min, usual) }
            if !reader.has("max") { reader.report(.missingKey("max"), at: "name") }
            return (min, 1)
        }
        if max == 0 {
            reader.report(.nothingFits, at: "max")
        } else if min > max {
            reader.report(.minAboveMax, at: "min")
        }
        return (min, max)
    }

    private func options(of kind: FormField.Kind) -> [FormField.Option] {
        let wantsOptions = kind == .choice || kind == .select
        if !wantsOptions, reader.has("options") { reader.report(.optionsOutOfPlace(kind.rawValue), at: "options") }
        let values = UniqueNames("mục chọn")
        return reader.list("options", required: wantsOptions) {
            FormField.Option(
                value: $0.name("value", uniqueIn: values), label: $0.text("label"), exits: $0.flag("exits") ?? false)
        }
    }
}

extension FormField.Kind {
    /// Lines on screen where a definition states none.
    fileprivate var usualRows: Int {
        switch self {
        case .text: 7
        case .lines: 2
        default: 1
        }
    }

    /// Characters where a definition may leave them out; nothing where it must state them.
    fileprivate var usualMax: Int? {
        switch self {
        case .choice, .select, .subject: 100
        case .telephone: 30
        // The longest address mail can be sent to (RFC 5321 §4.5.3.1.3, less the angle brackets).
        case .email: 254
        case .line, .lines, .text: nil
        }
    }
}
