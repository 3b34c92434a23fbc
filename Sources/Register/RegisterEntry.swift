import Domain
import Foundation
import GRDB

/// What happens when a registration enters the register: it takes the next number, and its parts become matters.
enum RegisterEntry {
    /// The next number of a series. Gapless because it is asked for and used in one immediate transaction.
    static func next(in series: Series, _ db: Database) throws -> RegisterNumber {
        let next = try db.first(
            "SELECT COALESCE(MAX(number), 0) + 1 FROM registration WHERE series = ?", [.text(series.id)]
        ) { Int($0.number(0)) }
        return RegisterNumber(series: series, number: next ?? 1)
    }

    /// Makes each non-empty matter field one matter, in the order of the form.
    static func makeMatters(of id: Int64, from answers: FormAnswers, form: FormDefinition, in db: Database) throws {
        for (index, matter) in matters(in: answers, form: form).enumerated() {
            try db.perform(
                "INSERT INTO matter (registration, position, field, text, subject) VALUES (?, ?, ?, ?, ?)",
                [
                    .number(id), .number(Int64(index + 1)), .text(matter.field), .text(matter.text),
                    .text(subject(in: answers, form: form)),
                ])
        }
    }

    static func matters(in answers: FormAnswers, form: FormDefinition) -> [(field: String, text: String)] {
        form.fields.filter { $0.role == .matter && !answers[$0.name].isEmpty }.map { ($0.name, answers[$0.name]) }
    }

    /// The subject the sender chose.
    static func subject(in answers: FormAnswers, form: FormDefinition) -> String {
        let chosen = answers.value(of: .subject, in: form)
        return chosen.isEmpty ? Subject.unsure : chosen
    }
}
