import Domain
import Yams

/// Checks what concerns several fields of a form at once: roles and conditions.
struct FormCheck {
    /// A field with the reader that knows its place.
    struct Placed {
        var field: FormField
        var reader: MappingReader
        /// Whether its kind could be read.
        var hasKind: Bool
    }

    let fields: [Placed]
    let form: MappingReader
    /// The roles that must be there, each once.
    let needed: [FormField.Role]

    func run() {
        checkRoles()
        for placed in fields {
            checkKind(placed)
            checkCondition(placed)
            checkExits(placed)
        }
    }

    private func checkRoles() {
        for role in FormField.Role.allCases {
            let holders = fields.filter { $0.field.role == role }
            if holders.isEmpty, needed.contains(role) || role == .matter {
                form.report(.roleMissing(role.rawValue), at: "parts")
            }
            guard role != .matter else { continue }
            for extra in holders.dropFirst() { extra.reader.report(.roleTwice(role.rawValue), at: "role") }
        }
    }

    private func checkKind(_ placed: Placed) {
        guard placed.hasKind, let role = placed.field.role, !role.kinds.contains(placed.field.kind) else { return }
        placed.reader.report(.kindForRole(role.rawValue, role.kinds.map(\.rawValue)), at: "kind")
    }

    private func checkCondition(_ placed: Placed) {
        guard case .when(let name, let values) = placed.field.required, !name.isEmpty else { return }
        let condition = placed.reader.node("required")?.mapping
        guard let other = fields.first(where: { $0.field.name == name })?.field, name != placed.field.name else {
            let others = fields.map(\.field.name).filter { $0 != placed.field.name }
            let known = KnownNames(kind: "ô khác", home: "mẫu này", all: others)
            return placed.reader.report(.unknownName(name, names: known), at: condition?["field"])
        }
        let known = KnownNames(kind: "mục chọn", home: "options của ô `\(name)`", all: other.options.map(\.value))
        for value in values where !known.contains(value) {
            let place = condition?["is"]?.sequence?.first { $0.scalar?.string == value }
            placed.reader.report(.unknownName(value, names: known), at: place)
        }
    }

    private func checkExits(_ placed: Placed) {
        let leads = placed.field.options.contains(where: \.exits)
        if placed.field.role == .complaint, !leads {
            placed.reader.report(.complaintWithoutExit, at: "options")
        } else if placed.field.role != .complaint, leads {
            placed.reader.report(.exitOutOfPlace, at: "options")
        }
    }
}

extension FormField.Role {
    /// The kinds of field the software can use for this role.
    fileprivate var kinds: [FormField.Kind] {
        switch self {
        case .complaint, .applicantType, .attendance: [.choice, .select]
        case .name, .organisation, .position: [.line]
        case .telephone: [.telephone]
        case .email: [.email]
        case .address: [.lines, .line]
        case .subject: [.subject]
        case .matter: [.text]
        }
    }
}
