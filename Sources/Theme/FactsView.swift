package import Domain

/// What a sender filled in, read back: on the check page, and wherever typed text must not be lost.
package struct FactsView: Sendable {
    package var definition: FormDefinition
    package var answers: FormAnswers
    package var subjects: [Subject]
    /// Shows all that was typed, asked for or not, and leaves out what was not filled in.
    package var onlyFilled: Bool

    package init(
        definition: FormDefinition, answers: FormAnswers, subjects: [Subject], onlyFilled: Bool = false
    ) {
        self.definition = definition
        self.answers = answers
        self.subjects = subjects
        self.onlyFilled = onlyFilled
    }

    /// A list of parts: `legend`, `id`, `facts` with `label`, `text`, `is-none`, `edit`.
    ///
    /// Questions for organisations are left out when none of them is asked of this sender.
    package var values: ThemeValue {
        .list(
            definition.parts.enumerated().compactMap { index, part in
                let facts = part.fields.filter(isShown).map(fact)
                guard !facts.isEmpty else { return nil }
                return [
                    "id": .text("phan-kiem-tra-\(index + 1)"), "legend": .text(part.legend), "facts": .list(facts),
                ]
            })
    }

    /// A record `parts`, for `components/typed`; absent when nothing was filled in.
    package var typed: ThemeValue { answers.values.isEmpty ? .absent : ["parts": values] }

    private func isShown(_ field: FormField) -> Bool {
        if onlyFilled { return !answers[field.name].isEmpty }
        if case .when = field.required { return field.isRequired(given: answers.values) }
        return true
    }

    private func fact(_ field: FormField) -> ThemeValue {
        let value = answers[field.name]
        return [
            "label": .text(field.shortLabel), "text": .text(value.isEmpty ? "Không có" : words(value, field)),
            "is-none": .flag(value.isEmpty), "edit": .text(field.name),
        ]
    }

    private func words(_ value: String, _ field: FormField) -> String {
        switch field.kind {
        case .choice, .select: field.label(of: value)
        case .subject: value == Subject.unsure ? Subject.unsureLabel : subjects.first { $0.id == value }?.name ?? value
        case .line, .telephone, .email, .lines, .text: value
        }
    }
}

/// The check page's form: what was filled in with a way back to each field, and the button that sends it.
package struct CheckView: Sendable {
    package var facts: FactsView
    /// Where the form is sent.
    package var action: String
    /// All answers and the token, carried unseen.
    package var hidden: [(name: String, value: String)]

    package init(
        definition: FormDefinition, answers: FormAnswers, subjects: [Subject], action: String,
        hidden: [(name: String, value: String)]
    ) {
        facts = FactsView(definition: definition, answers: answers, subjects: subjects)
        self.action = action
        self.hidden = hidden
    }

    /// For a section `{{#check}}{{> components/check/check}}{{/check}}`.
    package var values: ThemeValue {
        ["action": .text(action), "hidden": .hiddenInputs(hidden), "parts": facts.values]
    }
}
