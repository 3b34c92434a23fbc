extension FormDefinition {
    /// What a check of a filled-in form gives.
    package struct Checked: Hashable, Sendable {
        /// Cleaned values, to be shown again or stored.
        package var answers: FormAnswers
        /// In the order of the fields; empty when the form can be taken.
        package var problems: [FormProblem]
        /// An option that leads to the exit page was chosen.
        package var exits: Bool
    }

    /// Cleans and checks what was filled in: the one rule book of web, paper key-in and import.
    ///
    /// - Parameters:
    ///   - input: Field name → values in the order sent. Any value may be hostile.
    ///   - subjects: The ids a ``FormField/Kind/subject`` field may have besides ``Subject/unsure``.
    package func check(_ input: [String: [String]], subjects: [String]) -> Checked {
        var answers: [String: String] = [:]
        var problems: [FormProblem] = []
        for field in fields {
            let given = input[field.name] ?? []
            let cleaned = VietnameseText.clean(given.first ?? "", multiline: field.isMultiline)
            answers[field.name] = cleaned.text
            if given.count > 1 {
                problems.append(FormProblem(field: field.name, message: FormWords.repeated(field)))
            } else if cleaned.hadForbidden {
                problems.append(FormProblem(field: field.name, message: FormWords.hidden(field)))
            } else if let message = field.problem(with: cleaned.text, among: subjects) {
                problems.append(FormProblem(field: field.name, message: message))
            }
        }
        for field in fields where isIdle(field, given: answers) {
            answers[field.name] = ""
            problems.removeAll { $0.field == field.name }
        }
        problems += missing(from: answers, except: Set(problems.compactMap(\.field)))
        if input.keys.contains(where: { name in !fields.contains { $0.name == name } }) {
            problems.append(FormProblem(field: nil, message: FormWords.unknownField))
        }
        let exits = fields.contains { field in
            field.options.contains { $0.exits && $0.value == answers[field.name] }
        }
        return Checked(answers: FormAnswers(answers), problems: inFieldOrder(problems), exits: exits)
    }

    /// Whether a field is asked of others only: its question was hidden or passed over, so what it holds is not kept.
    ///
    /// While the question it hangs on has no good answer, nothing is known and the field stays.
    private func isIdle(_ field: FormField, given answers: [String: String]) -> Bool {
        guard case .when(let name, let values) = field.required, let asked = self.field(named: name) else {
            return false
        }
        let answer = answers[name, default: ""]
        return asked.options.contains { $0.value == answer } && !values.contains(answer)
    }

    private func missing(from answers: [String: String], except faulty: Set<String>) -> [FormProblem] {
        var problems: [FormProblem] = []
        for field in fields where answers[field.name, default: ""].isEmpty && !faulty.contains(field.name) {
            if field.isRequired(given: answers) {
                problems.append(FormProblem(field: field.name, message: field.missing))
            }
        }
        for rule in atLeastOne where !rule.fields.contains(where: { !answers[$0, default: ""].isEmpty }) {
            guard let first = rule.fields.first, !faulty.contains(where: rule.fields.contains) else { continue }
            problems.append(FormProblem(field: first, message: rule.message))
        }
        return problems
    }

    private func inFieldOrder(_ problems: [FormProblem]) -> [FormProblem] {
        guard problems.count > 1 else { return problems }
        let order = Dictionary(uniqueKeysWithValues: fields.enumerated().map { ($1.name, $0) })
        return problems.enumerated().sorted { left, right in
            let places = [left, right].map { $0.element.field.flatMap { order[$0] } ?? -1 }
            return (places[0], left.offset) < (places[1], right.offset)
        }.map(\.element)
    }
}

extension FormField {
    /// Whether it must be filled in, given what the other fields hold.
    package func isRequired(given answers: [String: String]) -> Bool {
        switch required {
        case .always: true
        case .never: false
        case .when(let field, let values): values.contains(answers[field, default: ""])
        }
    }

    /// What is wrong with a cleaned, non-empty value; nothing when it is fine.
    func problem(with value: String, among subjects: [String]) -> String? {
        guard !value.isEmpty else { return nil }
        // No text has more characters than bytes, so most need not be counted.
        if value.utf8.count > max, value.unicodeScalars.count > max {
            return FormWords.tooLong(self, length: value.unicodeScalars.count)
        }
        switch kind {
        case .choice, .select: return options.contains { $0.value == value } ? nil : FormWords.notAnOption(self)
        case .subject: return (subjects + [Subject.unsure]).contains(value) ? nil : FormWords.notAnOption(self)
        case .telephone: return Telephone.problem(with: value)
        case .email: return EmailAddress.problem(with: value)
        case .line, .lines, .text:
            if role == .name, let message = PersonName.problem(with: value) { return message }
            return value.unicodeScalars.prefix(min).count < min ? FormWords.tooShort(self) : nil
        }
    }
}
