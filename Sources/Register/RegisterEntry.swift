import Domain
import Foundation
import GRDB

/// What happens when a registration enters the register: it takes the next number, and its parts become matters.
enum RegisterEntry {
    /// The next number of a series. Gapless because it is asked for and used in one immediate transaction.
    static func next(in series: Series, _ db: Database) throws -> RegisterNumber {
        let row = try db.row(
            "SELECT COALESCE(MAX(number), 0) + 1 AS next FROM registration WHERE series = ?", [series.id])
        return RegisterNumber(series: series, number: row?["next"] ?? 1)
    }

    /// Makes each non-empty matter field one matter, in the order of the form.
    static func makeMatters(of id: Int64, from answers: FormAnswers, form: FormDefinition, in db: Database) throws {
        for (index, matter) in matters(in: answers, form: form).enumerated() {
            try db.run(
                "INSERT INTO matter (registration, position, field, text, subject) VALUES (?, ?, ?, ?, ?)",
                [id, index + 1, matter.field, matter.text, subject(in: answers, form: form)])
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
