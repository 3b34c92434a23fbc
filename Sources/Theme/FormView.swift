package import Domain

/// The online form as it is shown: blank, filled in, or with what has to be mended.
///
/// The mark-up itself is `components/form/form.mustache` and exists once, for the static page and for the service.
package struct FormView: Sendable {
    package var definition: FormDefinition
    package var answers: FormAnswers
    package var problems: [FormProblem]
    package var subjects: [Subject]
    /// Where the form is sent.
    package var action: String
    /// Inputs it carries unseen.
    package var hidden: [(name: String, value: String)]
    /// The name of the field that no person sees.
    package var honeypot: String
    /// The field that takes focus when the page opens; nothing for a page that opens at its top.
    package var focus: String?
    package var submitLabel: String
    /// The small words beside the button; empty for none.
    package var submitNote: String

    package init(
        definition: FormDefinition, answers: FormAnswers = FormAnswers([:]), problems: [FormProblem] = [],
        subjects: [Subject], action: String, hidden: [(name: String, value: String)] = [], honeypot: String,
        focus: String? = nil, submitLabel: String = "Tiếp tục: kiểm tra phiếu",
        submitNote: String = "Phiếu chưa được gửi ở bước này."
    ) {
        self.definition = definition
        self.answers = answers
        self.problems = problems
        self.subjects = subjects
        self.action = action
        self.hidden = hidden
        self.honeypot = honeypot
        self.focus = focus
        self.submitLabel = submitLabel
        self.submitNote = submitNote
    }

    /// For a section `{{#form}}{{> components/form/form}}{{/form}}`; its `summary` goes above the page's heading.
    package var values: ThemeValue {
        [
            "action": .text(action),
            "hidden": .hiddenInputs(hidden),
            "honeypot": .text(honeypot),
            "summary": summary,
            "parts": .list(
                definition.parts.map { part in
                    ["legend": .text(part.legend), "groups": .list(groups(of: part.fields))]
                }),
            "submit-label": .text(submitLabel),
            "submit-note": .text(submitNote),
        ]
    }

    /// The error summary: one link for each problem, with the words that stand beside the field.
    private var summary: ThemeValue {
        guard !problems.isEmpty else { return .absent }
        return [
            "heading": .text("Phiếu còn \(problems.count) chỗ cần sửa"),
            "problems": .list(
                problems.map { problem in
                    let field = problem.field.flatMap(definition.field(named:))
                    return [
                        "message": .text(problem.message),
                        "href": .text(field.map { "#" + FormFieldView.controlID(of: $0, subjects: subjects) } ?? ""),
                    ]
                }),
        ]
    }

    /// Neighbouring fields for organisations share one quiet panel; every other field stands alone.
    private func groups(of fields: [FormField]) -> [ThemeValue] {
        var groups: [(quiet: Bool, fields: [FormField])] = []
        for field in fields {
            let isQuiet = field.role == .organisation || field.role == .position
            if isQuiet, groups.last?.quiet == true {
                groups[groups.count - 1].fields.append(field)
            } else {
                groups.append((isQuiet, [field]))
            }
        }
        return groups.map { group in
            ["is-quiet": .flag(group.quiet), "fields": .list(group.fields.map { view(of: $0).values })]
        }
    }

    private func view(of field: FormField) -> FormFieldView {
        FormFieldView(
            field: field, definition: definition, value: answers[field.name],
            error: problems.first { $0.field == field.name }?.message ?? "", subjects: subjects,
            takesFocus: focus == field.name && problems.isEmpty)
    }
}
